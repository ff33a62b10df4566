// The request to run up to 100 statements, all or none.

import ApusModel

/// Statements that all read or all write, 1 to 100, each about another item.
package struct ExecuteTransactionRequest: WireRequest {
    package var statements: [StatementText]?
    package var clientRequestToken: String?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ExecuteTransactionInput") { name, reader throws(ServiceError) in
            switch name {
            case "TransactStatements":
                statements = try reader.optionalList { reader throws(ServiceError) in
                    var text = StatementText()
                    try reader.members(of: "ParameterizedStatement") { name, reader throws(ServiceError) in
                        try text.read(name, &reader)
                    }
                    return text
                }
            case "ClientRequestToken": clientRequestToken = try reader.optionalString()
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkRequestToken(clientRequestToken)
        violations.require(statements, at: "transactStatements")
        guard let statements else { return }
        violations.checkCount(
            statements.count,
            of: statements.isEmpty ? "[]" : "[\(statements.count) statements]",
            within: Limits.transactionActions,
            at: "transactStatements"
        )
        for (position, statement) in statements.enumerated() where !violations.isFull {
            statement.check(&violations, prefix: "transactStatements.\(position + 1).member.")
        }
    }
}

/// The answer has the form of that of TransactGetItems: one element for each statement, in their order.
package typealias ExecuteTransactionResponse = TransactGetItemsResponse
