// The answer of DescribeTable, as a client reads it.

import ApusModel

extension TableResponse {
    /// Reads the members that a client of this project needs: the name, the status and the keys.
    package init(reading reader: inout JSONReader) throws(ServiceError) {
        var description = TableDescription()
        try reader.members(of: "DescribeTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Table", "TableDescription": try description.read(&reader)
            default: try reader.skipValue()
            }
        }
        self.init(description, under: .table)
    }
}

extension TableDescription {
    fileprivate mutating func read(_ reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "TableDescription") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString() ?? ""
            case "TableStatus": status = try reader.optionalString().flatMap(TableStatus.init(rawValue:))
            case "AttributeDefinitions":
                attributeDefinitions = try reader.optionalList(AttributeDefinition.init(reading:))
            case "KeySchema": keySchema = try reader.optionalList(KeySchemaElement.init(reading:))
            default: try reader.skipValue()
            }
        }
    }
}
