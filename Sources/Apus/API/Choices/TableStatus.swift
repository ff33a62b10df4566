// The choices of TableStatus in the API. Written by script/generate-api.

/// The state of a table.
public struct TableStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being made and cannot be used yet.
    public static let creating = TableStatus(rawValue: "CREATING")
    /// Its settings are being changed; it can be used meanwhile.
    public static let updating = TableStatus(rawValue: "UPDATING")
    /// It is being deleted.
    public static let deleting = TableStatus(rawValue: "DELETING")
    /// It can be used.
    public static let active = TableStatus(rawValue: "ACTIVE")
    /// Its KMS key is out of reach, so it cannot be used.
    public static let inaccessibleEncryptionCredentials = TableStatus(rawValue: "INACCESSIBLE_ENCRYPTION_CREDENTIALS")
    /// It is being put away in a backup and cannot be used.
    public static let archiving = TableStatus(rawValue: "ARCHIVING")
    /// It is put away in a backup and cannot be used.
    public static let archived = TableStatus(rawValue: "ARCHIVED")
    /// The service lacks the permission to replicate it.
    public static let replicationNotAuthorized = TableStatus(rawValue: "REPLICATION_NOT_AUTHORIZED")
}

extension TableStatus: WrittenShape, ReadShape {}
