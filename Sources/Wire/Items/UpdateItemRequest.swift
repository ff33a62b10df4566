// The request to change attributes of the item that has a key, or to create it.

import ApusModel

/// A key, an update, and under which condition it is to be applied.
package struct UpdateItemRequest: WireRequest {
    package var tableName: String?
    package var key: Unchecked<Item>?
    package var updateExpression: String?
    package var options = WriteOptions()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "UpdateItemInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Key": key = try reader.optionalAttributes()
            case "AttributeUpdates": try options.legacy.read(.attributeUpdates, &reader)
            case "UpdateExpression": updateExpression = try reader.optionalString()
            default: try options.read(name, &reader)
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        options.check(&violations)
        violations.checkTable(tableName)
        violations.require(key, at: "key")
    }
}
