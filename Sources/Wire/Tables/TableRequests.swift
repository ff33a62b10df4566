// The requests to describe, list and delete tables.

import ApusModel

/// The request of DescribeTable and of DeleteTable: the name of a table, and nothing else.
package struct TableNameRequest: WireRequest {
    package var tableName: String?

    package init(tableName: String) {
        self.tableName = tableName
    }

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "DescribeTableInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkExistingTable(tableName)
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TableName")
            writer.string(tableName ?? "")
        }
    }
}

/// Which page of the names is wanted; at most 100 names.
package struct ListTablesRequest: WireRequest {
    package var exclusiveStartTableName: String?
    package var limit: Int?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ListTablesInput") { name, reader throws(ServiceError) in
            switch name {
            case "ExclusiveStartTableName": exclusiveStartTableName = try reader.optionalString()
            case "Limit": limit = try reader.optionalInteger()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkName(exclusiveStartTableName, at: "exclusiveStartTableName")
        violations.checkLength(
            of: exclusiveStartTableName,
            within: Limits.nameLength,
            at: "exclusiveStartTableName"
        )
        violations.checkValue(limit, within: Limits.listTablesNames, at: "limit")
    }
}

/// The request of an operation without parameters.
package struct EmptyRequest: WireRequest {
    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "DescribeEndpointsRequest") { _, reader throws(ServiceError) in try reader.skipValue() }
    }

    package func check(_ violations: inout ShapeViolations) {}
}
