// The shape BackupDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A backup, with the table it was taken from.
public struct BackupDescription: Equatable, Sendable {
    /// The facts of the backup.
    public var backupDetails: BackupDetails?
    /// The table the backup was taken from.
    public var sourceTableDetails: SourceTableDetails?
    /// Indexes, stream, expiry and encryption of that table.
    public var sourceTableFeatureDetails: SourceTableFeatureDetails?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupDetails: BackupDetails? = nil,
        sourceTableDetails: SourceTableDetails? = nil,
        sourceTableFeatureDetails: SourceTableFeatureDetails? = nil
    ) {
        self.backupDetails = backupDetails
        self.sourceTableDetails = sourceTableDetails
        self.sourceTableFeatureDetails = sourceTableFeatureDetails
    }
}

extension BackupDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BackupDescription") { name, reader throws(ServiceError) in
            switch name {
            case "BackupDetails": backupDetails = try reader.value()
            case "SourceTableDetails": sourceTableDetails = try reader.value()
            case "SourceTableFeatureDetails": sourceTableFeatureDetails = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
