// The shape BackupSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// One line of a list of backups.
public struct BackupSummary: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// An id that tells the table from any other that had or will have its name.
    public var tableID: String?
    /// The ARN of the table.
    public var tableArn: String?
    /// The ARN of the backup.
    public var backupArn: String?
    /// The name of the backup, 3 to 255 characters. It need not be unique.
    public var backupName: String?
    /// When the backup was asked for. It holds the table of about that time.
    public var backupCreationDateTime: Date?
    /// When the service deletes the backup. Absent for one that a user made.
    public var backupExpiryDateTime: Date?
    /// Whether the backup can be used.
    public var backupStatus: BackupStatus?
    /// Who made the backup.
    public var backupType: BackupType?
    /// The size of the backup in bytes. It may be hours old.
    public var backupSizeBytes: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        tableID: String? = nil,
        tableArn: String? = nil,
        backupArn: String? = nil,
        backupName: String? = nil,
        backupCreationDateTime: Date? = nil,
        backupExpiryDateTime: Date? = nil,
        backupStatus: BackupStatus? = nil,
        backupType: BackupType? = nil,
        backupSizeBytes: Int? = nil
    ) {
        self.tableName = tableName
        self.tableID = tableID
        self.tableArn = tableArn
        self.backupArn = backupArn
        self.backupName = backupName
        self.backupCreationDateTime = backupCreationDateTime
        self.backupExpiryDateTime = backupExpiryDateTime
        self.backupStatus = backupStatus
        self.backupType = backupType
        self.backupSizeBytes = backupSizeBytes
    }
}

extension BackupSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BackupSummary") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "TableId": tableID = try reader.value()
            case "TableArn": tableArn = try reader.value()
            case "BackupArn": backupArn = try reader.value()
            case "BackupName": backupName = try reader.value()
            case "BackupCreationDateTime": backupCreationDateTime = try reader.value()
            case "BackupExpiryDateTime": backupExpiryDateTime = try reader.value()
            case "BackupStatus": backupStatus = try reader.value()
            case "BackupType": backupType = try reader.value()
            case "BackupSizeBytes": backupSizeBytes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
