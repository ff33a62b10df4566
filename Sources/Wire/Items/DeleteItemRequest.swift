// The request to delete the item that has a key.

import ApusModel

/// A key, and under which condition its item is to be deleted.
package struct DeleteItemRequest: WireRequest {
    package var tableName: String?
    package var key: Unchecked<Item>?
    package var options = WriteOptions()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "DeleteItemInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Key": key = try reader.optionalAttributes()
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
