// Writes that happen all or not at all.

import ApusModel
import Foundation

/// From 1 to 100 actions, each on another item, that happen all together or not at all.
///
///     let sale = try TransactionWrite()
///         .update(.key("Metropolis", 1927), in: films, by: UpdateExpression().add(-1, to: "stock"), if: path("stock") > 0)
///         .put(order, in: orders, if: path("id").doesNotExist)
///         .check(.key("anna"), in: customers, path("isBlocked") != true)
///     try await client.write(sale)
///
/// The actions see the items as they were before, and not each other. It costs twice the write units of single writes.
///
/// A transaction has one token for its whole life: the service writes it once, however often it is sent within 10
/// minutes. So the same value can be sent again where it is not known whether it was written.
public struct TransactionWrite: Equatable, Sendable {
    /// The actions, in the order in which they were added.
    public private(set) var actions: [TransactWriteItem] = []
    /// What the service knows the transaction by: 1 to 36 characters.
    public let token: String

    /// A transaction without actions, to begin with. It has to have one when it is sent.
    public init(token: String = UUID().uuidString) {
        self.token = token
    }

    private func adding(_ action: TransactWriteItem) -> TransactionWrite {
        var transaction = self
        transaction.actions.append(action)
        return transaction
    }

    // MARK: Items

    /// Adds the storing of an item, in place of what is under its key.
    ///
    /// - Throws: the reason why the condition cannot be sent.
    public func put(
        _ item: Item,
        in table: String,
        if condition: ConditionExpression? = nil
    ) throws(ExpressionError) -> TransactionWrite {
        let put = Put(tableName: table, item: item, returnValuesOnConditionCheckFailure: .allOld)
        return adding(TransactWriteItem(put: try put.with(condition: condition)))
    }

    /// Adds the change of an item, which is made where there is none under the key.
    ///
    /// - Throws: the reason why an expression cannot be sent.
    public func update(
        _ key: Item,
        in table: String,
        by update: UpdateExpression,
        if condition: ConditionExpression? = nil
    ) throws(ExpressionError) -> TransactionWrite {
        adding(TransactWriteItem(update: try Update(tableName: table, key: key, update: update, condition: condition)))
    }

    /// Adds the deletion of an item, if there is one under the key.
    ///
    /// - Throws: the reason why the condition cannot be sent.
    public func delete(
        _ key: Item,
        in table: String,
        if condition: ConditionExpression? = nil
    ) throws(ExpressionError) -> TransactionWrite {
        let delete = Delete(tableName: table, key: key, returnValuesOnConditionCheckFailure: .allOld)
        return adding(TransactWriteItem(delete: try delete.with(condition: condition)))
    }

    /// Adds a condition on an item that the transaction does not write.
    ///
    /// - Throws: the reason why the condition cannot be sent.
    public func check(
        _ key: Item,
        in table: String,
        _ condition: ConditionExpression
    ) throws(ExpressionError) -> TransactionWrite {
        adding(TransactWriteItem(conditionCheck: try ConditionCheck(tableName: table, key: key, condition: condition)))
    }
}

extension Update {
    fileprivate init(
        tableName: String,
        key: Item,
        update: UpdateExpression,
        condition: ConditionExpression?
    ) throws(ExpressionError) {
        let expressions = try RequestExpressions(update: update, condition: condition)
        self.init(
            tableName: tableName,
            key: key,
            updateExpression: expressions.updateExpression ?? "",
            conditionExpression: expressions.conditionExpression,
            expressionAttributeNames: expressions.expressionAttributeNames,
            expressionAttributeValues: expressions.expressionAttributeValues,
            returnValuesOnConditionCheckFailure: .allOld
        )
    }
}

extension ConditionCheck {
    fileprivate init(tableName: String, key: Item, condition: ConditionExpression) throws(ExpressionError) {
        let expressions = try RequestExpressions(condition: condition)
        self.init(
            tableName: tableName,
            key: key,
            conditionExpression: expressions.conditionExpression ?? "",
            expressionAttributeNames: expressions.expressionAttributeNames,
            expressionAttributeValues: expressions.expressionAttributeValues,
            returnValuesOnConditionCheckFailure: .allOld
        )
    }
}
