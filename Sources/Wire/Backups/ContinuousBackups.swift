// The request and the answer of DescribeContinuousBackups.

import ApusModel

/// The table whose backups are asked about. The operations on backups have a message of their own for a name that is
/// missing or of a wrong length.
package struct DescribeContinuousBackupsRequest: WireRequest {
    package var tableName: String?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "DescribeContinuousBackupsInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
        let isArn = tableName?.hasPrefix("arn:") ?? false
        guard (isArn ? Limits.tableArnLength : Limits.nameLength).contains(tableName?.utf8.count ?? 0) else {
            throw .validation("TableName must be at least 3 characters long and at most 255 characters long")
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkExistingTable(tableName)
    }
}

/// Whether a feature is on.
package enum ContinuousBackupsStatus: String, Sendable {
    case enabled = "ENABLED"
    case disabled = "DISABLED"
}

/// Whether a table has continuous backups, and whether it can be restored to a point in time.
package struct DescribeContinuousBackupsResponse: WireResponse {
    package let continuousBackups: ContinuousBackupsStatus
    package let pointInTimeRecovery: ContinuousBackupsStatus

    package init(continuousBackups: ContinuousBackupsStatus, pointInTimeRecovery: ContinuousBackupsStatus) {
        self.continuousBackups = continuousBackups
        self.pointInTimeRecovery = pointInTimeRecovery
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("ContinuousBackupsDescription")
            writer.object { writer in
                writer.member("ContinuousBackupsStatus", continuousBackups.rawValue)
                writer.name("PointInTimeRecoveryDescription")
                writer.object { writer in
                    writer.member("PointInTimeRecoveryStatus", pointInTimeRecovery.rawValue)
                }
            }
        }
    }
}
