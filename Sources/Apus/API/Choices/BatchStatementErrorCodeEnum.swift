// The choices of BatchStatementErrorCodeEnum in the API. Written by script/generate-api.

/// Why a statement of a batch failed. The names are those of the errors without `Exception`.
public struct BatchStatementErrorCodeEnum: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The condition of the statement is false.
    public static let conditionalCheckFailed = BatchStatementErrorCodeEnum(rawValue: "ConditionalCheckFailed")
    /// The items of one partition key value would pass 10 GB.
    public static let itemCollectionSizeLimitExceeded = BatchStatementErrorCodeEnum(
        rawValue: "ItemCollectionSizeLimitExceeded"
    )
    /// The throughput quota of the account is used up for now.
    public static let requestLimitExceeded = BatchStatementErrorCodeEnum(rawValue: "RequestLimitExceeded")
    /// The statement or a value in it is wrong.
    public static let validationError = BatchStatementErrorCodeEnum(rawValue: "ValidationError")
    /// The provisioned capacity is used up for now.
    public static let provisionedThroughputExceeded = BatchStatementErrorCodeEnum(
        rawValue: "ProvisionedThroughputExceeded"
    )
    /// The item is part of a transaction that has not ended.
    public static let transactionConflict = BatchStatementErrorCodeEnum(rawValue: "TransactionConflict")
    /// Requests come too fast for now.
    public static let throttlingError = BatchStatementErrorCodeEnum(rawValue: "ThrottlingError")
    /// The service failed; the statement may be tried again.
    public static let internalServerError = BatchStatementErrorCodeEnum(rawValue: "InternalServerError")
    /// The table or index does not exist.
    public static let resourceNotFound = BatchStatementErrorCodeEnum(rawValue: "ResourceNotFound")
    /// The caller may not run this statement.
    public static let accessDenied = BatchStatementErrorCodeEnum(rawValue: "AccessDenied")
    /// An `INSERT` met an item with the same key.
    public static let duplicateItem = BatchStatementErrorCodeEnum(rawValue: "DuplicateItem")
}

extension BatchStatementErrorCodeEnum: WrittenShape, ReadShape {}
