// A statement with the values of its parameters, as all requests that hold statements have it.

import ApusModel

/// The text of a statement, and what stands for each of its question marks.
package struct StatementText: Sendable {
    package var statement: String?
    package var parameters: [Unchecked<AttributeValue>]?
    package var returnValuesOnConditionCheckFailure: Choice<ReturnValuesOnConditionCheckFailure>?

    package init() {}

    mutating func read(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        switch name {
        case "Statement": statement = try reader.optionalString()
        case "Parameters":
            parameters = try reader.optionalList { reader throws(ServiceError) in try reader.attributeValue() }
        case "ReturnValuesOnConditionCheckFailure":
            returnValuesOnConditionCheckFailure = try reader.optionalChoice()
        default: try reader.skipValue()
        }
    }

    /// - Parameter prefix: what stands in front of each path, for a statement that is an element of a list.
    func check(_ violations: inout ShapeViolations, prefix: String = "") {
        violations.checkChoice(
            returnValuesOnConditionCheckFailure,
            at: "\(prefix)returnValuesOnConditionCheckFailure"
        )
        violations.require(statement, at: "\(prefix)statement")
        violations.checkLength(of: statement, within: Limits.statementBytes, at: "\(prefix)statement")
        if parameters?.isEmpty == true {
            violations.checkCount(0, of: "[]", within: 1...Int.max, at: "\(prefix)parameters")
        }
    }
}
