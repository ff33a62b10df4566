// The request to read the item that has a key.

import ApusModel

/// A key, and what is wanted of the item that has it.
package struct GetItemRequest: WireRequest {
    package var tableName: String?
    package var key: Unchecked<Item>?
    package var consistentRead: Bool?
    package var projectionExpression: String?
    package var parameters = ExpressionParameters()
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?
    package var legacy = LegacyParameters()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "GetItemInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Key": key = try reader.optionalAttributes()
            case "ConsistentRead": consistentRead = try reader.optionalBool()
            case "ProjectionExpression": projectionExpression = try reader.optionalString()
            case "ExpressionAttributeNames": try parameters.readNames(&reader)
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            case "AttributesToGet": try legacy.read(.attributesToGet, &reader)
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkTable(tableName)
        violations.require(key, at: "key")
        legacy.check(&violations)
    }
}
