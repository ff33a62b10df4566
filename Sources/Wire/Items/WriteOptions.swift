// What the requests that write one item have in common.

import ApusModel

/// The condition of a write, and what its answer is to contain.
package struct WriteOptions: Sendable {
    package var conditionExpression: String?
    package var parameters = ExpressionParameters()
    package var returnValues: Choice<ReturnValues>?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?
    package var returnItemCollectionMetrics: Choice<ReturnItemCollectionMetrics>?
    package var returnValuesOnConditionCheckFailure: Choice<ReturnValuesOnConditionCheckFailure>?
    package var legacy = LegacyParameters()

    mutating func read(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        switch name {
        case "ConditionExpression": conditionExpression = try reader.optionalString()
        case "ExpressionAttributeNames": try parameters.readNames(&reader)
        case "ExpressionAttributeValues": try parameters.readValues(&reader)
        case "ReturnValues": returnValues = try reader.optionalChoice()
        case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
        case "ReturnItemCollectionMetrics": returnItemCollectionMetrics = try reader.optionalChoice()
        case "ReturnValuesOnConditionCheckFailure":
            returnValuesOnConditionCheckFailure = try reader.optionalChoice()
        case "Expected": try legacy.read(.expected, &reader)
        case "ConditionalOperator": try legacy.read(.conditionalOperator, &reader)
        default: try reader.skipValue()
        }
    }

    func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnValues, at: "returnValues")
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkChoice(returnItemCollectionMetrics, at: "returnItemCollectionMetrics")
        violations.checkChoice(
            returnValuesOnConditionCheckFailure,
            at: "returnValuesOnConditionCheckFailure"
        )
        legacy.check(&violations)
    }
}
