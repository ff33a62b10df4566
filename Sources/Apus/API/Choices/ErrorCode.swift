// The codes of the API's errors. Written by script/generate-api.

/// What kind of refusal it is, under the name that clients see.
public struct ErrorCode: APIChoice {
    /// The name as the API has it.
    public let rawValue: String

    /// Takes any name: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The policies that apply do not allow the caller this action on this resource.
    public static let accessDenied = ErrorCode(rawValue: "AccessDeniedException")
    /// The backup is being made, restored or deleted. Try again when that is done.
    public static let backupInUse = ErrorCode(rawValue: "BackupInUseException")
    /// There is no backup with this ARN.
    public static let backupNotFound = ErrorCode(rawValue: "BackupNotFoundException")
    /// The condition of the write was false, and nothing was written.
    public static let conditionalCheckFailed = ErrorCode(rawValue: "ConditionalCheckFailedException")
    /// Backups are not ready for the table yet, as right after it was made.
    public static let continuousBackupsUnavailable = ErrorCode(rawValue: "ContinuousBackupsUnavailableException")
    /// A PartiQL `INSERT` met an item with the same key.
    public static let duplicateItem = ErrorCode(rawValue: "DuplicateItemException")
    /// The iterator is older than 15 minutes. Get another.
    public static let expiredIterator = ErrorCode(rawValue: "ExpiredIteratorException")
    /// The session token has run out. Get new credentials.
    public static let expiredToken = ErrorCode(rawValue: "ExpiredTokenException")
    /// The client token was used before for an export with other settings.
    public static let exportConflict = ErrorCode(rawValue: "ExportConflictException")
    /// There is no export with this ARN.
    public static let exportNotFound = ErrorCode(rawValue: "ExportNotFoundException")
    /// There is already a global table of this name.
    public static let globalTableAlreadyExists = ErrorCode(rawValue: "GlobalTableAlreadyExistsException")
    /// There is no global table of version 2017.11.29 with this name.
    public static let globalTableNotFound = ErrorCode(rawValue: "GlobalTableNotFoundException")
    /// The token was used before with other parameters.
    public static let idempotentParameterMismatch = ErrorCode(rawValue: "IdempotentParameterMismatchException")
    /// The client token was used before for an import with other settings.
    public static let importConflict = ErrorCode(rawValue: "ImportConflictException")
    /// There is no import with this ARN.
    public static let importNotFound = ErrorCode(rawValue: "ImportNotFoundException")
    /// A part of the signature or its date is missing or badly formed.
    public static let incompleteSignature = ErrorCode(rawValue: "IncompleteSignatureException")
    /// The global table has no index of this name.
    public static let indexNotFound = ErrorCode(rawValue: "IndexNotFoundException")
    /// The service failed. The request may have been carried out, and may be tried again.
    public static let internalServerError = ErrorCode(rawValue: "InternalServerError")
    /// The time of the export lies outside the times that can be restored.
    public static let invalidExportTime = ErrorCode(rawValue: "InvalidExportTimeException")
    /// The time lies outside the times to which the table can be restored.
    public static let invalidRestoreTime = ErrorCode(rawValue: "InvalidRestoreTimeException")
    /// The signature does not fit the request, or the clock is off by more than about 5 minutes.
    public static let invalidSignature = ErrorCode(rawValue: "InvalidSignatureException")
    /// The items of one partition key value would pass 10 GB, in a table with a local index.
    public static let itemCollectionSizeLimitExceeded = ErrorCode(rawValue: "ItemCollectionSizeLimitExceededException")
    /// A quota is reached, or too many changes of tables run at once.
    public static let limitExceeded = ErrorCode(rawValue: "LimitExceededException")
    /// The request is not signed.
    public static let missingAuthenticationToken = ErrorCode(rawValue: "MissingAuthenticationTokenException")
    /// Point-in-time recovery is off for the table.
    public static let pointInTimeRecoveryUnavailable = ErrorCode(rawValue: "PointInTimeRecoveryUnavailableException")
    /// The resource has no policy, or not the revision that was expected.
    public static let policyNotFound = ErrorCode(rawValue: "PolicyNotFoundException")
    /// The provisioned capacity of the table or an index is used up for now. Wait and try again.
    public static let provisionedThroughputExceeded = ErrorCode(rawValue: "ProvisionedThroughputExceededException")
    /// The global table already has a replica in this region.
    public static let replicaAlreadyExists = ErrorCode(rawValue: "ReplicaAlreadyExistsException")
    /// The global table has no replica in this region.
    public static let replicaNotFound = ErrorCode(rawValue: "ReplicaNotFoundException")
    /// Another region is writing the item, in a global table with strong consistency. Try again.
    public static let replicatedWriteConflict = ErrorCode(rawValue: "ReplicatedWriteConflictException")
    /// The throughput quota of the account is used up for now. Wait and try again.
    public static let requestLimitExceeded = ErrorCode(rawValue: "RequestLimitExceeded")
    /// The table exists already, or is being changed. Try again when its status is `ACTIVE`.
    public static let resourceInUse = ErrorCode(rawValue: "ResourceInUseException")
    /// The table, index or other resource does not exist, or cannot be used yet.
    public static let resourceNotFound = ErrorCode(rawValue: "ResourceNotFoundException")
    /// The body is not JSON, or a member has the wrong JSON type.
    public static let serialization = ErrorCode(rawValue: "SerializationException")
    /// The service cannot answer for now. Try again.
    public static let serviceUnavailable = ErrorCode(rawValue: "ServiceUnavailable")
    /// The restore would make a table whose name is taken.
    public static let tableAlreadyExists = ErrorCode(rawValue: "TableAlreadyExistsException")
    /// The table is being made, restored or deleted. Try again when that is done.
    public static let tableInUse = ErrorCode(rawValue: "TableInUseException")
    /// The table of a backup, restore, export or global table does not exist.
    public static let tableNotFound = ErrorCode(rawValue: "TableNotFoundException")
    /// Requests come faster than the table, index or account takes them for now. Wait and try again.
    public static let throttling = ErrorCode(rawValue: "ThrottlingException")
    /// The transaction did not happen. `CancellationReasons` tells why, action by action.
    public static let transactionCanceled = ErrorCode(rawValue: "TransactionCanceledException")
    /// The item is part of a transaction that has not ended.
    public static let transactionConflict = ErrorCode(rawValue: "TransactionConflictException")
    /// A transaction with the same token is still running. Try again.
    public static let transactionInProgress = ErrorCode(rawValue: "TransactionInProgressException")
    /// The records that were asked for are older than a day, and gone.
    public static let trimmedDataAccess = ErrorCode(rawValue: "TrimmedDataAccessException")
    /// The service does not know this operation.
    public static let unknownOperation = ErrorCode(rawValue: "UnknownOperationException")
    /// The access key or the session token is not known.
    public static let unrecognizedClient = ErrorCode(rawValue: "UnrecognizedClientException")
    /// The request breaks a rule; the message tells which. Sending it again does not help.
    public static let validation = ErrorCode(rawValue: "ValidationException")
}
