// The names of the faults that cancel transactions.

/// Why an action kept its transaction from happening.
public struct CancellationCode: APIChoice {
    /// The name as the API has it.
    public let rawValue: String

    /// Takes any name: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The condition did not hold.
    public static let conditionalCheckFailed = CancellationCode(rawValue: "ConditionalCheckFailed")
    /// The items of one partition key value would pass 10 GB, in a table with a local index.
    public static let itemCollectionSizeLimitExceeded = CancellationCode(rawValue: "ItemCollectionSizeLimitExceeded")
    /// Another transaction or write is at the item.
    public static let transactionConflict = CancellationCode(rawValue: "TransactionConflict")
    /// The provisioned capacity is used up for now.
    public static let provisionedThroughputExceeded = CancellationCode(rawValue: "ProvisionedThroughputExceeded")
    /// Requests come faster than the table takes them for now.
    public static let throttlingError = CancellationCode(rawValue: "ThrottlingError")
    /// The action breaks a rule, with the item as it is.
    public static let validationError = CancellationCode(rawValue: "ValidationError")
    /// A PartiQL `INSERT` met an item with the same key.
    public static let duplicateItem = CancellationCode(rawValue: "DuplicateItem")

    /// What stands for an action without fault.
    static let noFault = CancellationCode(rawValue: "None")
    /// The reasons that may be gone after a while.
    static let passing: Set = [transactionConflict, provisionedThroughputExceeded, throttlingError]
}
