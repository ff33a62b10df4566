// The request to run up to 25 statements, each by itself.

import ApusModel

/// One statement of a batch.
package struct BatchStatement: Sendable {
    package var text = StatementText()
    package var consistentRead: Bool?

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "BatchStatementRequest") { name, reader throws(ServiceError) in
            switch name {
            case "ConsistentRead": consistentRead = try reader.optionalBool()
            default: try text.read(name, &reader)
            }
        }
    }
}

/// Statements that all read or all write, 1 to 25.
package struct BatchExecuteStatementRequest: WireRequest {
    package var statements: [BatchStatement]?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "BatchExecuteStatementInput") { name, reader throws(ServiceError) in
            switch name {
            case "Statements":
                statements = try reader.optionalList { reader throws(ServiceError) in
                    try BatchStatement(reading: &reader)
                }
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.require(statements, at: "statements")
        guard let statements else { return }
        violations.checkCount(
            statements.count,
            of: statements.isEmpty ? "[]" : "[\(statements.count) statements]",
            within: Limits.batchStatements,
            at: "statements"
        )
        for (position, statement) in statements.enumerated() where !violations.isFull {
            statement.text.check(&violations, prefix: "statements.\(position + 1).member.")
        }
    }
}
