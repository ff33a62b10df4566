// The choices of BackupType in the API. Written by script/generate-api.

/// Who made a backup.
public struct BackupType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Made by `CreateBackup`.
    public static let user = BackupType(rawValue: "USER")
    /// Made by the service when a table with point-in-time recovery was deleted; kept 35 days.
    public static let system = BackupType(rawValue: "SYSTEM")
    /// Made by the AWS Backup service.
    public static let awsBackup = BackupType(rawValue: "AWS_BACKUP")
}

extension BackupType: WrittenShape, ReadShape {}
