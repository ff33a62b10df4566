// The request to run one statement.

import ApusModel

/// A statement, and how much of what it finds one answer is to have.
package struct ExecuteStatementRequest: WireRequest {
    package var text = StatementText()
    package var consistentRead: Bool?
    package var nextToken: String?
    package var limit: Int?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ExecuteStatementInput") { name, reader throws(ServiceError) in
            switch name {
            case "ConsistentRead": consistentRead = try reader.optionalBool()
            case "NextToken": nextToken = try reader.optionalString()
            case "Limit": limit = try reader.optionalInteger()
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            default: try text.read(name, &reader)
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        text.check(&violations)
        violations.checkLength(of: nextToken, within: Limits.nextTokenLength, at: "nextToken")
        violations.checkValue(limit, within: 1...Int.max, at: "limit")
    }
}
