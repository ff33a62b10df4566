// The choices of BackupStatus in the API. Written by script/generate-api.

/// Whether a backup can be used.
public struct BackupStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is still being made.
    public static let creating = BackupStatus(rawValue: "CREATING")
    /// It is gone.
    public static let deleted = BackupStatus(rawValue: "DELETED")
    /// It can be restored.
    public static let available = BackupStatus(rawValue: "AVAILABLE")
}

extension BackupStatus: WrittenShape, ReadShape {}
