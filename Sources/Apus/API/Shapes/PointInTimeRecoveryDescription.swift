// The shape PointInTimeRecoveryDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// Whether a table can be restored to an earlier time, and to which times.
public struct PointInTimeRecoveryDescription: Equatable, Sendable {
    /// Whether the table can be restored to an earlier time.
    public var pointInTimeRecoveryStatus: PointInTimeRecoveryStatus?
    /// How many days back the table can be restored, 1 to 35. Absent while recovery is off.
    public var recoveryPeriodInDays: Int?
    /// The earliest time to which the table can be restored. Absent while recovery is off.
    public var earliestRestorableDateTime: Date?
    /// The latest time to which the table can be restored, about 5 minutes ago. Absent while recovery is off.
    public var latestRestorableDateTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        pointInTimeRecoveryStatus: PointInTimeRecoveryStatus? = nil,
        recoveryPeriodInDays: Int? = nil,
        earliestRestorableDateTime: Date? = nil,
        latestRestorableDateTime: Date? = nil
    ) {
        self.pointInTimeRecoveryStatus = pointInTimeRecoveryStatus
        self.recoveryPeriodInDays = recoveryPeriodInDays
        self.earliestRestorableDateTime = earliestRestorableDateTime
        self.latestRestorableDateTime = latestRestorableDateTime
    }
}

extension PointInTimeRecoveryDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "PointInTimeRecoveryDescription") { name, reader throws(ServiceError) in
            switch name {
            case "PointInTimeRecoveryStatus": pointInTimeRecoveryStatus = try reader.value()
            case "RecoveryPeriodInDays": recoveryPeriodInDays = try reader.value()
            case "EarliestRestorableDateTime": earliestRestorableDateTime = try reader.value()
            case "LatestRestorableDateTime": latestRestorableDateTime = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
