// Which of an expression's faults the service would tell.

import ApusModel

/// Keeps, of all faults noted, the one whose check the service makes first; of two by one check, the earlier.
struct FaultLog {
    private let kind: ExpressionKind
    private var first: (rank: Int, message: String)?

    init(kind: ExpressionKind) {
        self.kind = kind
    }

    mutating func note(_ check: Check, _ message: @autoclosure () -> String) {
        guard let rank = kind.checks.firstIndex(of: check) else {
            preconditionFailure("a fault of a kind that these expressions are not checked for")
        }
        if let first, first.rank <= rank { return }
        first = (rank, message())
    }

    mutating func note(_ fault: ExpressionFault) {
        note(fault.check, fault.message)
    }

    /// - Throws: the refusal for the fault kept, if there is one.
    func requireNone() throws(ServiceError) {
        if let first { throw kind.refusal(first.message) }
    }
}
