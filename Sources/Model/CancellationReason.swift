// Why a transaction was cancelled, as told of each of its actions.

/// What one action of a cancelled transaction has to do with that.
package struct CancellationReason: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        case conditionalCheckFailed = "ConditionalCheckFailed"
        case duplicateItem = "DuplicateItem"
        case itemCollectionSizeLimitExceeded = "ItemCollectionSizeLimitExceeded"
        case none = "None"
        case provisionedThroughputExceeded = "ProvisionedThroughputExceeded"
        case throttling = "ThrottlingError"
        case transactionConflict = "TransactionConflict"
        case validation = "ValidationError"
    }

    package let code: Code
    package let message: String?
    /// The item that failed a condition, when the caller asked for it.
    package let item: Item?

    /// The reason of an action that nothing was wrong with.
    package static let none = CancellationReason(code: .none, message: nil, item: nil)

    private init(code: Code, message: String?, item: Item?) {
        self.code = code
        self.message = message
        self.item = item
    }

    /// The reason that stands for a refusal of the same write or read by itself; nil for a refusal that concerns the
    /// whole request.
    package init?(_ refusal: ServiceError) {
        let code: Code
        switch refusal.code {
        case .conditionalCheckFailed: code = .conditionalCheckFailed
        case .duplicateItem: code = .duplicateItem
        case .itemCollectionSizeLimitExceeded: code = .itemCollectionSizeLimitExceeded
        case .provisionedThroughputExceeded: code = .provisionedThroughputExceeded
        case .throttling, .requestLimitExceeded: code = .throttling
        // The service ends the sentence with a full stop here, and not where a single write is refused.
        case .transactionConflict:
            self.init(code: .transactionConflict, message: "Transaction is ongoing for the item.", item: nil)
            return
        case .validation: code = .validation
        default: return nil
        }
        self.init(code: code, message: refusal.message, item: refusal.item)
    }
}

extension ServiceError {
    /// The refusal of a transaction for these reasons.
    package static func transactionCanceled(_ reasons: [CancellationReason]) -> ServiceError {
        let codes = reasons.map(\.code.rawValue).joined(separator: ", ")
        return ServiceError(
            .transactionCanceled,
            "Transaction cancelled, please refer cancellation reasons for specific reasons [\(codes)]",
            cancellationReasons: reasons
        )
    }

    /// The refusal of a transaction because of some of its actions; nil where there are none.
    ///
    /// - Parameter refusals: one for each action, nil for one that nothing is wrong with.
    /// - Throws: a refusal that concerns the whole request.
    package static func transactionCanceled(by refusals: [ServiceError?]) throws(ServiceError) -> ServiceError? {
        guard refusals.contains(where: { $0 != nil }) else { return nil }
        var reasons: [CancellationReason] = []
        for refusal in refusals {
            guard let refusal else {
                reasons.append(.none)
                continue
            }
            guard let reason = CancellationReason(refusal) else { throw refusal }
            reasons.append(reason)
        }
        return transactionCanceled(reasons)
    }

    /// The refusal of a write of an item that a transaction in preparation holds.
    package static let transactionConflict = ServiceError(.transactionConflict, "Transaction is ongoing for the item")
}
