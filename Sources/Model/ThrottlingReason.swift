// Why a request was throttled, in the words of the API.

/// A reason that a refusal for lack of throughput names: what was used up, of what, and by what.
package enum ThrottlingReason: String, CaseIterable, Sendable {
    case tableReadProvisionedThroughputExceeded = "TableReadProvisionedThroughputExceeded"
    case tableWriteProvisionedThroughputExceeded = "TableWriteProvisionedThroughputExceeded"
    case indexReadProvisionedThroughputExceeded = "IndexReadProvisionedThroughputExceeded"
    case indexWriteProvisionedThroughputExceeded = "IndexWriteProvisionedThroughputExceeded"
    case tableReadKeyRangeThroughputExceeded = "TableReadKeyRangeThroughputExceeded"
    case tableWriteKeyRangeThroughputExceeded = "TableWriteKeyRangeThroughputExceeded"
    case indexReadKeyRangeThroughputExceeded = "IndexReadKeyRangeThroughputExceeded"
    case indexWriteKeyRangeThroughputExceeded = "IndexWriteKeyRangeThroughputExceeded"
    case tableReadAccountLimitExceeded = "TableReadAccountLimitExceeded"
    case tableWriteAccountLimitExceeded = "TableWriteAccountLimitExceeded"
    case indexReadAccountLimitExceeded = "IndexReadAccountLimitExceeded"
    case indexWriteAccountLimitExceeded = "IndexWriteAccountLimitExceeded"
    case tableReadMaxOnDemandThroughputExceeded = "TableReadMaxOnDemandThroughputExceeded"
    case tableWriteMaxOnDemandThroughputExceeded = "TableWriteMaxOnDemandThroughputExceeded"
    case indexReadMaxOnDemandThroughputExceeded = "IndexReadMaxOnDemandThroughputExceeded"
    case indexWriteMaxOnDemandThroughputExceeded = "IndexWriteMaxOnDemandThroughputExceeded"

    /// What was used up.
    package enum Cause: String, CaseIterable, Sendable {
        case provisioned = "ProvisionedThroughputExceeded"
        case keyRange = "KeyRangeThroughputExceeded"
        case accountLimit = "AccountLimitExceeded"
        case onDemandMaximum = "MaxOnDemandThroughputExceeded"
    }

    /// What was asked of it.
    package enum Direction: String, CaseIterable, Sendable {
        case read = "Read"
        case write = "Write"
    }

    package init(_ direction: Direction, _ cause: Cause, ofIndex isIndex: Bool) {
        self.init(rawValue: (isIndex ? "Index" : "Table") + direction.rawValue + cause.rawValue)!
    }

    package var isOfIndex: Bool { rawValue.hasPrefix("Index") }

    package var direction: Direction {
        rawValue.dropFirst(5).hasPrefix(Direction.read.rawValue) ? .read : .write
    }

    package var cause: Cause { Cause.allCases.first { rawValue.hasSuffix($0.rawValue) }! }
}

/// A reason, and the ARN of the table or index that it is about.
package struct ThrottlingDetail: Equatable, Sendable {
    package let reason: ThrottlingReason
    package let resource: String

    package init(reason: ThrottlingReason, resource: String) {
        self.reason = reason
        self.resource = resource
    }
}
