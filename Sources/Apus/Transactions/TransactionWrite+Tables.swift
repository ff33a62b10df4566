// Actions on the elements of tables.

import ApusModel

extension TransactionWrite {
    /// Adds the storing of an element, in place of what is under its key.
    ///
    /// - Throws: ``ItemCodingError`` where the element makes no item; ``ExpressionError`` where the condition cannot be
    ///   sent.
    public func put<Element>(
        _ element: Element,
        in table: Table<Element>,
        if condition: ConditionExpression? = nil
    ) throws -> TransactionWrite {
        try put(table.encoder.encode(element), in: table.name, if: condition)
    }

    /// Adds the saving of an element, which cancels the transaction where someone else has saved it since it was read:
    /// as ``Table/save(_:)`` does.
    ///
    /// - Precondition: the table has a version attribute.
    /// - Throws: ``ItemCodingError`` where the element makes no item; ``ExpressionError`` where the condition cannot be
    ///   sent.
    public func save<Element>(_ element: Element, in table: Table<Element>) throws -> TransactionWrite {
        let saved = try table.savedItem(of: element)
        return try put(saved.item, in: table.name, if: saved.condition)
    }

    /// Adds the change of an element. The version, where the table has one, goes up.
    ///
    /// - Throws: the reason why an expression cannot be sent.
    public func update<Element>(
        _ key: KeyValues,
        in table: Table<Element>,
        by update: UpdateExpression,
        if condition: ConditionExpression? = nil
    ) throws(ExpressionError) -> TransactionWrite {
        let update = table.raisingVersion(update)
        return try self.update(table.attributes(of: key), in: table.name, by: update, if: condition)
    }

    /// Adds the deletion of an element, if there is one under the key.
    ///
    /// - Throws: the reason why the condition cannot be sent.
    public func delete<Element>(
        _ key: KeyValues,
        in table: Table<Element>,
        if condition: ConditionExpression? = nil
    ) throws(ExpressionError) -> TransactionWrite {
        try delete(table.attributes(of: key), in: table.name, if: condition)
    }

    /// Adds a condition on an element that the transaction does not write.
    ///
    /// - Throws: the reason why the condition cannot be sent.
    public func check<Element>(
        _ key: KeyValues,
        in table: Table<Element>,
        _ condition: ConditionExpression
    ) throws(ExpressionError) -> TransactionWrite {
        try check(table.attributes(of: key), in: table.name, condition)
    }
}
