// The shape BackupDetails of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The facts of one backup: its name, size, kind and state.
public struct BackupDetails: Equatable, Sendable {
    /// The ARN of the backup.
    public var backupArn: String
    /// The name of the backup, 3 to 255 characters. It need not be unique.
    public var backupName: String
    /// Whether the backup can be used.
    public var backupStatus: BackupStatus
    /// Who made the backup.
    public var backupType: BackupType
    /// When the backup was asked for. It holds the table of about that time.
    public var backupCreationDateTime: Date
    /// The size of the backup in bytes. It may be hours old.
    public var backupSizeBytes: Int?
    /// When the service deletes the backup. Absent for one that a user made.
    public var backupExpiryDateTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupArn: String,
        backupName: String,
        backupStatus: BackupStatus,
        backupType: BackupType,
        backupCreationDateTime: Date,
        backupSizeBytes: Int? = nil,
        backupExpiryDateTime: Date? = nil
    ) {
        self.backupArn = backupArn
        self.backupName = backupName
        self.backupStatus = backupStatus
        self.backupType = backupType
        self.backupCreationDateTime = backupCreationDateTime
        self.backupSizeBytes = backupSizeBytes
        self.backupExpiryDateTime = backupExpiryDateTime
    }
}

extension BackupDetails: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var backupArn: String?
        var backupName: String?
        var backupStatus: BackupStatus?
        var backupType: BackupType?
        var backupCreationDateTime: Date?
        var backupSizeBytes: Int?
        var backupExpiryDateTime: Date?
        try reader.members(of: "BackupDetails") { name, reader throws(ServiceError) in
            switch name {
            case "BackupArn": backupArn = try reader.value()
            case "BackupName": backupName = try reader.value()
            case "BackupStatus": backupStatus = try reader.value()
            case "BackupType": backupType = try reader.value()
            case "BackupCreationDateTime": backupCreationDateTime = try reader.value()
            case "BackupSizeBytes": backupSizeBytes = try reader.value()
            case "BackupExpiryDateTime": backupExpiryDateTime = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            backupArn: try backupArn.required("BackupArn"),
            backupName: try backupName.required("BackupName"),
            backupStatus: try backupStatus.required("BackupStatus"),
            backupType: try backupType.required("BackupType"),
            backupCreationDateTime: try backupCreationDateTime.required("BackupCreationDateTime"),
            backupSizeBytes: backupSizeBytes,
            backupExpiryDateTime: backupExpiryDateTime
        )
    }
}
