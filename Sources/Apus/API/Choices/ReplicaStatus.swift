// The choices of ReplicaStatus in the API. Written by script/generate-api.

/// The state of a replica.
public struct ReplicaStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being made and filled.
    public static let creating = ReplicaStatus(rawValue: "CREATING")
    /// It could not be made.
    public static let creationFailed = ReplicaStatus(rawValue: "CREATION_FAILED")
    /// Its settings are being changed.
    public static let updating = ReplicaStatus(rawValue: "UPDATING")
    /// It is being deleted.
    public static let deleting = ReplicaStatus(rawValue: "DELETING")
    /// It can be used.
    public static let active = ReplicaStatus(rawValue: "ACTIVE")
    /// Its region is switched off for the account. If that lasts, it leaves the global table.
    public static let regionDisabled = ReplicaStatus(rawValue: "REGION_DISABLED")
    /// Its KMS key is out of reach. If that lasts, it leaves the global table.
    public static let inaccessibleEncryptionCredentials = ReplicaStatus(rawValue: "INACCESSIBLE_ENCRYPTION_CREDENTIALS")
    /// Its table is being put away.
    public static let archiving = ReplicaStatus(rawValue: "ARCHIVING")
    /// Its table is put away.
    public static let archived = ReplicaStatus(rawValue: "ARCHIVED")
    /// The service lacks the permission to replicate.
    public static let replicationNotAuthorized = ReplicaStatus(rawValue: "REPLICATION_NOT_AUTHORIZED")
}

extension ReplicaStatus: WrittenShape, ReadShape {}
