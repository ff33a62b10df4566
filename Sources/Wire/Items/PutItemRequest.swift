// The request to store an item in the place of whatever has its key.

import ApusModel

/// A whole item, and under which condition it is to be stored.
package struct PutItemRequest: WireRequest {
    package var tableName: String?
    package var item: Unchecked<Item>?
    package var options = WriteOptions()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "PutItemInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Item": item = try reader.optionalAttributes()
            default: try options.read(name, &reader)
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        options.check(&violations)
        violations.checkTable(tableName)
        violations.require(item, at: "item")
    }
}
