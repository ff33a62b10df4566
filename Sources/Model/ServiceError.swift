// What the service refuses, and in which words.

/// A refusal: its code, its text, and what else the caller is told.
package struct ServiceError: Error, Equatable, Sendable {
    /// The names of errors as clients see them after the `#` of `__type`.
    package enum Code: String, CaseIterable, Sendable {
        case accessDenied = "AccessDeniedException"
        case conditionalCheckFailed = "ConditionalCheckFailedException"
        case duplicateItem = "DuplicateItemException"
        case expiredIterator = "ExpiredIteratorException"
        case expiredToken = "ExpiredTokenException"
        case idempotentParameterMismatch = "IdempotentParameterMismatchException"
        case incompleteSignature = "IncompleteSignatureException"
        case internalServerError = "InternalServerError"
        case invalidSignature = "InvalidSignatureException"
        case itemCollectionSizeLimitExceeded = "ItemCollectionSizeLimitExceededException"
        case limitExceeded = "LimitExceededException"
        case missingAuthenticationToken = "MissingAuthenticationTokenException"
        case provisionedThroughputExceeded = "ProvisionedThroughputExceededException"
        case requestLimitExceeded = "RequestLimitExceeded"
        case resourceInUse = "ResourceInUseException"
        case resourceNotFound = "ResourceNotFoundException"
        case serialization = "SerializationException"
        case serviceUnavailable = "ServiceUnavailable"
        case tableNotFound = "TableNotFoundException"
        case throttling = "ThrottlingException"
        case transactionCanceled = "TransactionCanceledException"
        case transactionConflict = "TransactionConflictException"
        case transactionInProgress = "TransactionInProgressException"
        case trimmedDataAccess = "TrimmedDataAccessException"
        case unknownOperation = "UnknownOperationException"
        case unrecognizedClient = "UnrecognizedClientException"
        case validation = "ValidationException"
    }

    package let code: Code
    /// The text; nil where the service gives none.
    package let message: String?
    /// The item that failed a condition, when the caller asked for it.
    package let item: Item?
    /// What had no throughput left, where that is why.
    package let throttling: [ThrottlingDetail]
    /// Why a transaction was cancelled: one reason for each of its actions, in their order.
    package let cancellationReasons: [CancellationReason]

    package init(
        _ code: Code,
        _ message: String?,
        item: Item? = nil,
        throttling: [ThrottlingDetail] = [],
        cancellationReasons: [CancellationReason] = []
    ) {
        self.code = code
        self.message = message
        self.item = item
        self.throttling = throttling
        self.cancellationReasons = cancellationReasons
    }

    package static func validation(_ message: String) -> ServiceError {
        ServiceError(.validation, message)
    }

    /// A fault in a parameter's value, with the words that the service puts in front of most of these.
    package static func invalidParameter(_ message: String) -> ServiceError {
        .validation("One or more parameter values were invalid: \(message)")
    }

    package static func serialization(_ message: String?) -> ServiceError {
        ServiceError(.serialization, message)
    }

    package static let conditionalCheckFailed = ServiceError(
        .conditionalCheckFailed,
        "The conditional request failed"
    )

    package static let duplicateItem = ServiceError(.duplicateItem, "Duplicate primary key exists in table")

    package static let missingTableName = ServiceError.validation(
        "The parameter 'TableName' is required but was not present in the request"
    )

    package static let tableNotFound = ServiceError(.resourceNotFound, "Requested resource not found")
}
