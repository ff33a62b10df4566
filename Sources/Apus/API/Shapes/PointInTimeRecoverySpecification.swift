// The shape PointInTimeRecoverySpecification of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Whether a table can be restored to an earlier time, and how far back.
public struct PointInTimeRecoverySpecification: Equatable, Sendable {
    /// Whether the table can be restored to an earlier time.
    public var pointInTimeRecoveryEnabled: Bool
    /// How many days back the table can be restored, 1 to 35; 35 when absent.
    public var recoveryPeriodInDays: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        pointInTimeRecoveryEnabled: Bool,
        recoveryPeriodInDays: Int? = nil
    ) {
        self.pointInTimeRecoveryEnabled = pointInTimeRecoveryEnabled
        self.recoveryPeriodInDays = recoveryPeriodInDays
    }
}

extension PointInTimeRecoverySpecification: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("PointInTimeRecoveryEnabled", of: pointInTimeRecoveryEnabled)
            writer.member("RecoveryPeriodInDays", of: recoveryPeriodInDays)
        }
    }
}
