// The request to change up to 100 items, in one table or several, all or none.

import ApusModel

/// One action of a transaction of writes.
package struct TransactWriteAction: Sendable {
    /// What is to become of the item.
    package enum Kind: String, CaseIterable, Sendable {
        case conditionCheck, put, delete, update
    }

    package let kind: Kind
    package var tableName: String?
    /// The whole item of a put; the key of any other action.
    package var attributes: Unchecked<Item>?
    package var updateExpression: String?
    package var options = WriteOptions()

    fileprivate init(_ kind: Kind, reading reader: inout JSONReader) throws(ServiceError) {
        self.kind = kind
        try reader.members(of: kind.shape) { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Item" where kind == .put: attributes = try reader.optionalAttributes()
            case "Key" where kind != .put: attributes = try reader.optionalAttributes()
            case "UpdateExpression" where kind == .update: updateExpression = try reader.optionalString()
            case "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
                "ReturnValuesOnConditionCheckFailure":
                try options.read(name, &reader)
            default: try reader.skipValue()
            }
        }
    }

    fileprivate func check(_ violations: inout ShapeViolations, at path: String) {
        let path = "\(path).\(kind.rawValue)"
        violations.checkTable(tableName, at: "\(path).tableName")
        violations.require(attributes, at: "\(path).\(kind == .put ? "item" : "key")")
        if kind == .update { violations.require(updateExpression, at: "\(path).updateExpression") }
        if kind == .conditionCheck {
            violations.require(options.conditionExpression, at: "\(path).conditionExpression")
        }
        violations.checkChoice(
            options.returnValuesOnConditionCheckFailure,
            at: "\(path).returnValuesOnConditionCheckFailure"
        )
    }
}

extension TransactWriteAction.Kind {
    fileprivate var shape: StaticString {
        switch self {
        case .conditionCheck: "ConditionCheck"
        case .put: "Put"
        case .delete: "Delete"
        case .update: "Update"
        }
    }
}

/// The actions of a transaction of writes, 1 to 100.
package struct TransactWriteItemsRequest: WireRequest {
    package var actions: [TransactWriteAction]?
    package var clientRequestToken: String?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?
    package var returnItemCollectionMetrics: Choice<ReturnItemCollectionMetrics>?
    /// Whether an element names no action, or several.
    package private(set) var hasAmbiguousElement = false

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "TransactWriteItemsInput") { name, reader throws(ServiceError) in
            switch name {
            case "TransactItems":
                var actions: [TransactWriteAction] = []
                let isPresent = try reader.elements { reader throws(ServiceError) in
                    actions += try elementActions(&reader)
                }
                self.actions = isPresent ? actions : nil
            case "ClientRequestToken": clientRequestToken = try reader.optionalString()
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            case "ReturnItemCollectionMetrics": returnItemCollectionMetrics = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    /// Reads an element, which is to name one action.
    private mutating func elementActions(
        _ reader: inout JSONReader
    ) throws(ServiceError) -> [TransactWriteAction] {
        var actions: [TransactWriteAction] = []
        try reader.members(of: "TransactWriteItem") { name, reader throws(ServiceError) in
            let kind: TransactWriteAction.Kind? =
                switch name {
                case "ConditionCheck": .conditionCheck
                case "Put": .put
                case "Delete": .delete
                case "Update": .update
                default: nil
                }
            guard let kind else { return try reader.skipValue() }
            if try reader.consumeNull() { return }
            actions.append(try TransactWriteAction(kind, reading: &reader))
        }
        hasAmbiguousElement = hasAmbiguousElement || actions.count != 1
        return actions
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkChoice(returnItemCollectionMetrics, at: "returnItemCollectionMetrics")
        violations.checkRequestToken(clientRequestToken)
        violations.require(actions, at: "transactItems")
        guard let actions, !hasAmbiguousElement else { return }
        violations.checkActions(count: actions.count)
        for (position, action) in actions.enumerated() where !violations.isFull {
            action.check(&violations, at: "transactItems.\(position + 1).member")
        }
    }
}

extension ShapeViolations {
    /// Checks how many elements a transaction has. The message does not repeat whole items.
    mutating func checkActions(count: Int) {
        checkCount(
            count,
            of: count == 0 ? "[]" : "[\(count) elements]",
            within: Limits.transactionActions,
            at: "transactItems"
        )
    }

    mutating func checkRequestToken(_ token: String?) {
        checkLength(of: token, within: Limits.requestTokenLength, at: "clientRequestToken")
    }
}
