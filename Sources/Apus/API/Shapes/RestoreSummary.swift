// The shape RestoreSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// From what a table is being restored. Shown until the restore ends.
public struct RestoreSummary: Equatable, Sendable {
    /// The time whose items the table gets.
    public var restoreDateTime: Date
    /// Whether the restore is still running.
    public var restoreInProgress: Bool
    /// The backup that is restored. Absent for a restore to a point in time.
    public var sourceBackupArn: String?
    /// The table whose items are restored.
    public var sourceTableArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        restoreDateTime: Date,
        restoreInProgress: Bool,
        sourceBackupArn: String? = nil,
        sourceTableArn: String? = nil
    ) {
        self.restoreDateTime = restoreDateTime
        self.restoreInProgress = restoreInProgress
        self.sourceBackupArn = sourceBackupArn
        self.sourceTableArn = sourceTableArn
    }
}

extension RestoreSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var restoreDateTime: Date?
        var restoreInProgress: Bool?
        var sourceBackupArn: String?
        var sourceTableArn: String?
        try reader.members(of: "RestoreSummary") { name, reader throws(ServiceError) in
            switch name {
            case "RestoreDateTime": restoreDateTime = try reader.value()
            case "RestoreInProgress": restoreInProgress = try reader.value()
            case "SourceBackupArn": sourceBackupArn = try reader.value()
            case "SourceTableArn": sourceTableArn = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            restoreDateTime: try restoreDateTime.required("RestoreDateTime"),
            restoreInProgress: try restoreInProgress.required("RestoreInProgress"),
            sourceBackupArn: sourceBackupArn,
            sourceTableArn: sourceTableArn
        )
    }
}
