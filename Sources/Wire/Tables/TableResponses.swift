// The answers about tables.

import ApusModel

/// The states of a table that the API knows, of those that apus has.
package enum TableStatus: String, Sendable {
    case creating = "CREATING"
    case active = "ACTIVE"
    case deleting = "DELETING"
}

/// What CreateTable, DescribeTable and DeleteTable tell of a table.
package struct TableDescription: Sendable {
    package var tableName = ""
    package var tableArn = ""
    package var tableID = ""
    package var status: TableStatus?
    package var creationTime: Timestamp?
    package var attributeDefinitions: [AttributeDefinition]?
    package var keySchema: [KeySchemaElement]?
    package var billingMode: BillingMode = .provisioned
    package var readCapacityUnits = 0
    package var writeCapacityUnits = 0
    package var warmReadUnits: Int?
    package var warmWriteUnits: Int?
    package var itemCount = 0
    package var sizeBytes = 0

    package init() {}

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writeKeys(to: &writer)
            writer.stringMember("TableName", tableName)
            writer.stringMember("TableArn", tableArn)
            writer.stringMember("TableId", tableID)
            if let status { writer.stringMember("TableStatus", status.rawValue) }
            if let creationTime {
                writer.name("CreationDateTime")
                writer.timestamp(creationTime)
            }
            writeThroughput(to: &writer)
            writer.integerMember("TableSizeBytes", sizeBytes)
            writer.integerMember("ItemCount", itemCount)
            writer.name("DeletionProtectionEnabled")
            writer.bool(false)
        }
    }

    private func writeKeys(to writer: inout JSONWriter) {
        if let attributeDefinitions {
            writer.name("AttributeDefinitions")
            writer.array { writer in
                for definition in attributeDefinitions {
                    writer.object { writer in
                        writer.stringMember("AttributeName", definition.attributeName ?? "")
                        writer.stringMember("AttributeType", definition.attributeType?.text ?? "")
                    }
                }
            }
        }
        guard let keySchema else { return }
        writer.name("KeySchema")
        writer.array { writer in
            for element in keySchema {
                writer.object { writer in
                    writer.stringMember("AttributeName", element.attributeName ?? "")
                    writer.stringMember("KeyType", element.keyType?.text ?? "")
                }
            }
        }
    }

    private func writeThroughput(to writer: inout JSONWriter) {
        if billingMode == .payPerRequest {
            writer.name("BillingModeSummary")
            writer.object { writer in
                writer.stringMember("BillingMode", billingMode.rawValue)
                guard let creationTime else { return }
                writer.name("LastUpdateToPayPerRequestDateTime")
                writer.timestamp(creationTime)
            }
        }
        writer.name("ProvisionedThroughput")
        writer.object { writer in
            writer.integerMember("NumberOfDecreasesToday", 0)
            writer.integerMember("ReadCapacityUnits", readCapacityUnits)
            writer.integerMember("WriteCapacityUnits", writeCapacityUnits)
        }
        guard let warmReadUnits, let warmWriteUnits else { return }
        writer.name("WarmThroughput")
        writer.object { writer in
            writer.integerMember("ReadUnitsPerSecond", warmReadUnits)
            writer.integerMember("WriteUnitsPerSecond", warmWriteUnits)
            writer.stringMember("Status", TableStatus.active.rawValue)
        }
    }
}

/// The answer of CreateTable and DeleteTable, which call it `TableDescription`, and of DescribeTable: `Table`.
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
            if let lastEvaluatedTableName { writer.stringMember("LastEvaluatedTableName", lastEvaluatedTableName) }
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
                    writer.stringMember("Address", address)
                    writer.integerMember("CachePeriodInMinutes", cachePeriodMinutes)
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
            writer.integerMember("AccountMaxReadCapacityUnits", Limits.accountReadUnits)
            writer.integerMember("AccountMaxWriteCapacityUnits", Limits.accountWriteUnits)
            writer.integerMember("TableMaxReadCapacityUnits", Limits.tableReadUnits)
            writer.integerMember("TableMaxWriteCapacityUnits", Limits.tableWriteUnits)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func stringMember(_ name: StaticString, _ value: String) {
        self.name(name)
        string(value)
    }

    fileprivate mutating func integerMember(_ name: StaticString, _ value: Int) {
        self.name(name)
        integer(value)
    }
}
