// The request to read up to 100 items, in one table or several, as they are at one moment.

import ApusModel

/// One read of a transaction.
package struct TransactGetAction: Sendable {
    package var tableName: String?
    package var key: Unchecked<Item>?
    package var projectionExpression: String?
    package var parameters = ExpressionParameters()

    fileprivate init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "Get") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Key": key = try reader.optionalAttributes()
            case "ProjectionExpression": projectionExpression = try reader.optionalString()
            case "ExpressionAttributeNames": try parameters.readNames(&reader)
            default: try reader.skipValue()
            }
        }
    }

    fileprivate func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkTable(tableName, at: "\(path).get.tableName")
        violations.require(key, at: "\(path).get.key")
    }
}

/// The reads of a transaction, 1 to 100.
package struct TransactGetItemsRequest: WireRequest {
    /// One for each element; nil for one that names no read.
    package var actions: [TransactGetAction?]?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "TransactGetItemsInput") { name, reader throws(ServiceError) in
            switch name {
            case "TransactItems":
                var actions: [TransactGetAction?] = []
                let isPresent = try reader.elements { reader throws(ServiceError) in
                    actions.append(try Self.action(&reader))
                }
                self.actions = isPresent ? actions : nil
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    private static func action(_ reader: inout JSONReader) throws(ServiceError) -> TransactGetAction? {
        var action: TransactGetAction?
        try reader.members(of: "TransactGetItem") { name, reader throws(ServiceError) in
            guard case "Get" = name, try !reader.consumeNull() else { return try reader.skipValue() }
            action = try TransactGetAction(reading: &reader)
        }
        return action
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.require(actions, at: "transactItems")
        guard let actions else { return }
        violations.checkActions(count: actions.count)
        for (position, action) in actions.enumerated() where !violations.isFull {
            let path = "transactItems.\(position + 1).member"
            if let action {
                action.check(&violations, at: path)
            } else {
                violations.require(TransactGetAction?.none, at: "\(path).get")
            }
        }
    }
}
