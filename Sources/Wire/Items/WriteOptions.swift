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
        default: try legacy.read(name, &reader)
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
    }
}

/// The parameters that expressions have replaced, noted by name: which of them a request uses.
package struct LegacyParameters: Sendable {
    package private(set) var names: [String] = []

    /// Consumes a member that is no other; remembers it if it is a legacy parameter with a value.
    mutating func read(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        switch name {
        case "AttributesToGet", "AttributeUpdates", "ConditionalOperator", "Expected", "KeyConditions", "QueryFilter",
            "ScanFilter":
            if try reader.consumeNull() { return }
            names.append(try name.text())
        default: break
        }
        try reader.skipValue()
    }
}

extension ShapeViolations {
    /// Checks the name of a table, or its ARN, as the data plane takes it.
    mutating func checkTable(_ name: String?) {
        require(name, at: "tableName")
        if let name, name.hasPrefix("arn:") {
            checkLength(of: name, within: Limits.tableArnLength, at: "tableName")
        } else {
            checkNewTable(name)
        }
    }
}
