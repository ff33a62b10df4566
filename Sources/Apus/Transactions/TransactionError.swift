// Why a transaction did not happen, action by action.

import ApusModel

/// Why a transaction did not happen. Nothing was written, unless ``failed(_:)`` leaves it open.
public enum TransactionError: Error, Equatable, Sendable {
    /// It has this many actions, and the service takes 1 to 100. Nothing was sent.
    case actionCount(Int)
    /// The service cancelled it. There is an outcome for each action, in their order.
    case cancelled([ActionOutcome])
    /// The call failed as a whole. Where no answer came it is not known whether the transaction happened; a write that is
    /// sent again as it is happens once.
    case failed(CallError)

    /// How many actions or reads a transaction may have.
    static let actionCounts = 1...100

    init(_ error: CallError) {
        guard let refusal = error.refusal, refusal.code == .transactionCanceled, !refusal.cancellationReasons.isEmpty
        else {
            self = .failed(error)
            return
        }
        self = .cancelled(refusal.cancellationReasons.enumerated().map { ActionOutcome($0.element, at: $0.offset) })
    }
}

extension TransactionError {
    /// The outcomes of the actions that were at fault.
    public var faults: [ActionOutcome] {
        guard case .cancelled(let outcomes) = self else { return [] }
        return outcomes.filter { $0.reason != nil }
    }

    /// Whether the same transaction may well happen when it is sent again after a while: others were at the same items,
    /// or there was too little throughput.
    public var isPassing: Bool {
        switch self {
        case .actionCount: false
        case .cancelled: faults.allSatisfy { $0.reason.map(CancellationCode.passing.contains) ?? false }
        case .failed(let error): error.kind == .throttling || error.kind == .passing
        }
    }
}

extension TransactionError: CustomStringConvertible {
    /// The reason in a sentence, without what is stored.
    public var description: String {
        switch self {
        case .actionCount(let count): "a transaction has 1 to 100 actions, and not \(count)"
        case .cancelled: "cancelled: " + faults.map(\.description).joined(separator: "; ")
        case .failed(let error): error.description
        }
    }
}

/// What a cancelled transaction says of one of its actions.
public struct ActionOutcome: Equatable, Sendable {
    /// The place of the action in the transaction; the first has 0.
    public let index: Int
    /// Why the action kept the transaction from happening; nil where it did not.
    public let reason: CancellationCode?
    /// The service's own words, where the action was at fault.
    public let message: String?
    /// The item as it is, where its condition did not hold and there is one.
    public let item: Item?

    fileprivate init(_ reason: CancellationReason, at index: Int) {
        self.index = index
        let code = reason.code.map { CancellationCode(rawValue: $0) }
        self.reason = code == .noFault ? nil : code
        message = reason.message
        item = reason.item
    }

    /// The element that the item is; nil where there is no item.
    ///
    /// - Throws: with the path of the first attribute that is missing or does not fit.
    public func current<Element>(in table: Table<Element>) throws(ItemCodingError) -> Element? {
        guard let item else { return nil }
        return try table.decoder.decode(Element.self, from: item)
    }
}

extension ActionOutcome: CustomStringConvertible {
    /// The action's place and its reason, in the service's words.
    public var description: String {
        "action \(index): " + ([reason?.rawValue, message].compactMap(\.self).joined(separator: ": "))
    }
}
