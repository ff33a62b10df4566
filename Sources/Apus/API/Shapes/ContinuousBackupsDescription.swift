// The shape ContinuousBackupsDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The state of a table's continuous backups and of its point-in-time recovery.
public struct ContinuousBackupsDescription: Equatable, Sendable {
    /// Whether continuous backups are on. `PointInTimeRecoveryDescription` tells whether they can be used.
    public var continuousBackupsStatus: ContinuousBackupsStatus
    /// Whether and to which times the table can be restored.
    public var pointInTimeRecoveryDescription: PointInTimeRecoveryDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        continuousBackupsStatus: ContinuousBackupsStatus,
        pointInTimeRecoveryDescription: PointInTimeRecoveryDescription? = nil
    ) {
        self.continuousBackupsStatus = continuousBackupsStatus
        self.pointInTimeRecoveryDescription = pointInTimeRecoveryDescription
    }
}

extension ContinuousBackupsDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var continuousBackupsStatus: ContinuousBackupsStatus?
        var pointInTimeRecoveryDescription: PointInTimeRecoveryDescription?
        try reader.members(of: "ContinuousBackupsDescription") { name, reader throws(ServiceError) in
            switch name {
            case "ContinuousBackupsStatus": continuousBackupsStatus = try reader.value()
            case "PointInTimeRecoveryDescription": pointInTimeRecoveryDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            continuousBackupsStatus: try continuousBackupsStatus.required("ContinuousBackupsStatus"),
            pointInTimeRecoveryDescription: pointInTimeRecoveryDescription
        )
    }
}
