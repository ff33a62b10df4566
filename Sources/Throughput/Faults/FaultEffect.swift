// What a fault rule does to a request.

import ApusModel

/// The fault that a rule makes.
package enum FaultEffect: Equatable, Sendable {
    /// Refuses the request for want of capacity. In a batch, each entry is met and triggered by itself.
    case throttle(ThrottlingReason)
    /// Hands back the last entries of a batch that the rule meets, as many as said or as there are.
    case unprocessed(Int)
    /// Refuses the request as one that meets an unfinished transaction. In a batch or a transaction, each entry is met
    /// and triggered by itself.
    case conflict
    /// Holds the items of a transaction for so long before it takes effect.
    case hold(Duration)
    case delay(FaultDelay)
    /// An internal error.
    case error(FaultPhase)
    /// Closes the connection without an answer.
    case drop(FaultPhase)
    /// Sends half of the answer and closes the connection.
    case halfReply
    /// Sends an answer whose checksum is not that of its body.
    case wrongChecksum
    /// Lets a read see what was there so long ago.
    case stale(Duration)

    private static let batchOperations: Set = ["BatchGetItem", "BatchWriteItem"]
    private static let transactions: Set = ["ExecuteTransaction", "TransactWriteItems"]
    private static let conflictingOperations: Set = [
        "BatchExecuteStatement", "BatchWriteItem", "DeleteItem", "ExecuteStatement", "ExecuteTransaction", "PutItem",
        "TransactGetItems", "TransactWriteItems", "UpdateItem",
    ]
    private static let longestDuration = Duration.seconds(3_600)

    /// What is wrong with it in a rule that meets these requests, if anything.
    func violation(in match: FaultMatch) -> String? {
        switch self {
        case .unprocessed(let count) where count < 1:
            "effect.unprocessed is \(count), but must be a whole number from 1"
        case .unprocessed, .conflict, .hold:
            possibleOperations.flatMap { possible in
                match.operations.isSubset(of: possible)
                    ? violation
                    : "operations must be \(possible.sorted().joined(separator: " or ")) with effect.\(name)"
            }
        default: violation
        }
    }

    private var violation: String? {
        switch self {
        case .delay(let delay): delay.violation.map { "effect.delay\($0)" }
        case .stale(let duration) where !Self.isAllowed(duration), .hold(let duration) where !Self.isAllowed(duration):
            "effect.\(name) must be longer than 0s and at most 1h"
        default: nil
        }
    }

    private static func isAllowed(_ duration: Duration) -> Bool {
        duration > .zero && duration <= longestDuration
    }

    /// The operations on which the effect is any; nil for all.
    private var possibleOperations: Set<String>? {
        switch self {
        case .unprocessed: Self.batchOperations
        case .conflict: Self.conflictingOperations
        case .hold: Self.transactions
        default: nil
        }
    }

    /// What rules call it.
    package var name: String {
        switch self {
        case .throttle: "throttle"
        case .unprocessed: "unprocessed"
        case .conflict: "conflict"
        case .hold: "hold"
        case .delay: "delay"
        case .error: "error"
        case .drop: "drop"
        case .halfReply: "reply"
        case .wrongChecksum: "checksum"
        case .stale: "stale"
        }
    }

    /// A match without the operations on which the effect would be none.
    func narrowed(_ match: FaultMatch) -> FaultMatch {
        guard let possibleOperations, match.operations.isEmpty else { return match }
        var match = match
        match.operations = possibleOperations
        return match
    }
}

/// Whether a request fails before or after it took effect.
package enum FaultPhase: String, CaseIterable, Sendable {
    case before, after
}
