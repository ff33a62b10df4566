// The choices of BackupTypeFilter in the API. Written by script/generate-api.

/// Which backups to list, by who made them.
public struct BackupTypeFilter: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Only those made by `CreateBackup`.
    public static let user = BackupTypeFilter(rawValue: "USER")
    /// Only those the service made for deleted tables.
    public static let system = BackupTypeFilter(rawValue: "SYSTEM")
    /// Only those of the AWS Backup service.
    public static let awsBackup = BackupTypeFilter(rawValue: "AWS_BACKUP")
    /// Backups of every kind.
    public static let all = BackupTypeFilter(rawValue: "ALL")
}

extension BackupTypeFilter: WrittenShape, ReadShape {}
