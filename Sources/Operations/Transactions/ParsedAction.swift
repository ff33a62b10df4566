// An action of a transaction of writes, with its expressions parsed.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusWire

/// An action, checked as far as that can be done without its table.
struct ParsedAction {
    private let action: TransactWriteAction
    private let expressions: WriteExpressions

    var tableName: String? { action.tableName }

    /// - Throws: a refusal of the whole request, for faults in values and expressions.
    init(_ action: TransactWriteAction) throws(ServiceError) {
        self.action = action
        let update = GivenExpression("UpdateExpression", action.updateExpression)
        expressions = try WriteExpressions(
            action.options,
            updateExpression: action.kind == .update ? update : nil
        ) { () throws(ServiceError) in
            _ = try action.attributes!.checked()
        }
    }

    /// What the action changes.
    ///
    /// - Throws: what the reason of a cancellation tells: the action does not fit the table.
    func change(in table: Table) throws(ServiceError) -> ItemChange {
        let attributes = action.attributes!.value
        try expressions.requireFitting(table)
        if action.kind == .put {
            return try ItemChange(
                putting: attributes,
                in: table,
                condition: expressions.condition,
                origin: .transaction,
                tellsConflict: action.options.tellsConflict
            )
        }
        return ItemChange(
            table: table,
            key: try PrimaryKey(attributes, by: table.keySchema),
            action: action.effect(expressions.update),
            condition: expressions.condition,
            origin: .transaction,
            tellsConflict: action.options.tellsConflict
        )
    }
}

extension TransactWriteAction {
    /// What is to become of the item of an action that names it by its key.
    fileprivate func effect(_ update: Update?) -> ItemChange.Action {
        switch kind {
        case .update: .update(update)
        case .delete: .delete
        case .conditionCheck, .put: .check
        }
    }
}

extension TransactWriteItemsRequest {
    /// Checks what can be told without the tables.
    func parsedActions() throws(ServiceError) -> [ParsedAction] {
        guard !hasAmbiguousElement else {
            throw .validation("TransactItems can only contain one of Check, Put, Update or Delete")
        }
        var parsed: [ParsedAction] = []
        for action in actions ?? [] { parsed.append(try ParsedAction(action)) }
        return parsed
    }

    /// A number that this request has in common with those that ask for the same changes: what the answer is to tell of
    /// capacity and collections does not count.
    var fingerprint: Fingerprint {
        var fingerprint = Fingerprint()
        for action in actions ?? [] { fingerprint.add(action) }
        return fingerprint
    }
}

extension Fingerprint {
    fileprivate mutating func add(_ action: TransactWriteAction) {
        let options = action.options
        let texts = [
            action.kind.rawValue, action.tableName, action.updateExpression, options.conditionExpression,
            options.returnValuesOnConditionCheckFailure?.text,
        ]
        for text in texts {
            add(text == nil ? 0 : 1)
            add(text ?? "")
        }
        add(action.attributes?.value ?? Item())
        add(unordered: options.parameters.names ?? []) { name, fingerprint in
            fingerprint.add(name.key)
            fingerprint.add(name.value)
        }
        add(unordered: options.parameters.values ?? []) { value, fingerprint in
            fingerprint.add(value.key)
            fingerprint.add(value.value.value)
        }
    }
}
