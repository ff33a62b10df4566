// What Query and Scan have in common.

import ApusModel

/// The members that Query and Scan share.
package struct PageOptions: Sendable {
    package var tableName: String?
    package var indexName: String?
    package var consistentRead: Bool?
    package var exclusiveStartKey: Unchecked<Item>?
    package var filterExpression: String?
    package var limit: Int?
    package var parameters = ExpressionParameters()
    package var projectionExpression: String?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?
    package var select: Choice<Select>?
    package var legacy = LegacyParameters()

    mutating func read(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        switch name {
        case "TableName": tableName = try reader.optionalString()
        case "IndexName": indexName = try reader.optionalString()
        case "ConsistentRead": consistentRead = try reader.optionalBool()
        case "ExclusiveStartKey": exclusiveStartKey = try reader.optionalAttributes()
        case "FilterExpression": filterExpression = try reader.optionalString()
        case "Limit": limit = try reader.optionalInteger()
        case "ExpressionAttributeNames": try parameters.readNames(&reader)
        case "ExpressionAttributeValues": try parameters.readValues(&reader)
        case "ProjectionExpression": projectionExpression = try reader.optionalString()
        case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
        case "Select": select = try reader.optionalChoice()
        case "AttributesToGet": try legacy.read(.attributesToGet, &reader)
        case "ConditionalOperator": try legacy.read(.conditionalOperator, &reader)
        default: try reader.skipValue()
        }
    }

    func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkChoice(select, at: "select")
        violations.checkTable(tableName)
        violations.checkLength(of: indexName, within: Limits.nameLength, at: "indexName")
        violations.checkName(indexName, at: "indexName")
        violations.checkValue(limit, within: 1...Int.max, at: "limit")
        legacy.check(&violations)
    }
}
