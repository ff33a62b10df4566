// The answers about tables.

import ApusModel

/// The answer of the operations on one table: DescribeTable calls its member `Table`, the others `TableDescription`.
package struct TableResponse: WireResponse {
    /// Under which name the description stands in the answer.
    package enum Member: Sendable {
        case table, tableDescription
    }

    package let member: Member
    package var description: TableDescription

    package init(_ description: TableDescription, under member: Member) {
        self.description = description
        self.member = member
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            switch member {
            case .table: writer.name("Table")
            case .tableDescription: writer.name("TableDescription")
            }
            description.write(to: &writer)
        }
    }
}

/// A page of names, and the last of them where more follow.
package struct ListTablesResponse: WireResponse {
    package let tableNames: [String]
    package let lastEvaluatedTableName: String?

    package init(tableNames: [String], lastEvaluatedTableName: String?) {
        self.tableNames = tableNames
        self.lastEvaluatedTableName = lastEvaluatedTableName
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TableNames")
            writer.array { writer in tableNames.forEach { writer.string($0) } }
            if let lastEvaluatedTableName { writer.member("LastEvaluatedTableName", lastEvaluatedTableName) }
        }
    }
}

/// One address, and for how long a client may keep it.
package struct DescribeEndpointsResponse: WireResponse {
    package let address: String
    package let cachePeriodMinutes: Int

    package init(address: String, cachePeriodMinutes: Int) {
        self.address = address
        self.cachePeriodMinutes = cachePeriodMinutes
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Endpoints")
            writer.array { writer in
                writer.object { writer in
                    writer.member("Address", address)
                    writer.member("CachePeriodInMinutes", cachePeriodMinutes)
                }
            }
        }
    }
}

/// The throughput that the account may have, in units per second.
package struct DescribeLimitsResponse: WireResponse {
    package init() {}

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("AccountMaxReadCapacityUnits", Limits.accountReadUnits)
            writer.member("AccountMaxWriteCapacityUnits", Limits.accountWriteUnits)
            writer.member("TableMaxReadCapacityUnits", Limits.tableReadUnits)
            writer.member("TableMaxWriteCapacityUnits", Limits.tableWriteUnits)
        }
    }
}
