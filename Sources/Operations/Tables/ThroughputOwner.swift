// Whose throughput a request sets, and how much of it the account may have.

import ApusModel

/// A table or one of its global indexes, as messages about its throughput name it.
struct ThroughputOwner: CustomStringConvertible {
    /// The name of the index; nil for the table.
    let index: String?
    let region: String

    var description: String { index.map { "index: \($0)" } ?? "table" }

    /// Refuses more units than the quota allows; `names` are those of the members that ask for them.
    func require(
        _ units: ThroughputUnits,
        within quota: ThroughputQuota,
        as names: (read: String, write: String) = ("ReadCapacityUnits", "WriteCapacityUnits")
    ) throws(ServiceError) {
        if units.readUnits > quota.units.readUnits {
            throw exceeded(quota, quota.units.readUnits, by: "\(names.read), \(units.readUnits)")
        }
        if units.writeUnits > quota.units.writeUnits {
            throw exceeded(quota, quota.units.writeUnits, by: "\(names.write), \(units.writeUnits)")
        }
    }

    private func exceeded(_ quota: ThroughputQuota, _ most: Int, by wanted: String) -> ServiceError {
        ServiceError(
            .limitExceeded,
            "The requested \(wanted), is above the per \(quota.rawValue) maximum for the account in \(region). "
                + "Per \(quota.rawValue) maximum: \(most). Refer to the Amazon DynamoDB Developer Guide for current "
                + "limits and how to request higher limits."
        )
    }
}

/// How much throughput there may be.
enum ThroughputQuota: String {
    /// For a table, or for one of its indexes.
    case table
    /// For a table and all its indexes together.
    case account

    var units: ThroughputUnits {
        switch self {
        case .table: ThroughputUnits(readUnits: Limits.tableReadUnits, writeUnits: Limits.tableWriteUnits)
        case .account: ThroughputUnits(readUnits: Limits.accountReadUnits, writeUnits: Limits.accountWriteUnits)
        }
    }
}
