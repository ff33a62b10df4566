// Conditions on the inputs of writes.

import ApusModel

/// A write of a whole item that can hang on a condition: by itself, or within a transaction.
public protocol ConditionalWrite {
    /// What must be true for the write to happen.
    var conditionExpression: String? { get set }
    /// What each `#name` of the expressions stands for.
    var expressionAttributeNames: [String: String]? { get set }
    /// What each `:value` of the expressions stands for.
    var expressionAttributeValues: [String: AttributeValue]? { get set }
}

extension ConditionalWrite {
    /// The write, to happen only where the stored item is as the condition says; always where that is nil.
    ///
    ///     let input = try PutItemInput(tableName: "Films", item: item).with(condition: path("title").doesNotExist)
    ///
    /// It takes the place of the condition, the names and the values that the write has.
    ///
    /// - Throws: the reason why the condition cannot be sent.
    public func with(condition: ConditionExpression?) throws(ExpressionError) -> Self {
        let expressions = try RequestExpressions(condition: condition)
        var write = self
        write.conditionExpression = expressions.conditionExpression
        write.expressionAttributeNames = expressions.expressionAttributeNames
        write.expressionAttributeValues = expressions.expressionAttributeValues
        return write
    }
}

extension PutItemInput: ConditionalWrite {}
extension DeleteItemInput: ConditionalWrite {}
extension Put: ConditionalWrite {}
extension Delete: ConditionalWrite {}

extension UpdateItemInput {
    /// The input with an update, to happen only where the stored item is as the condition says.
    ///
    ///     let input = try UpdateItemInput(tableName: "Films", key: key)
    ///         .with(update: UpdateExpression().add(-1, to: "stock"), condition: path("stock") > 0)
    ///
    /// They take the place of the expressions, the names and the values that the input has.
    ///
    /// - Throws: the reason why one of them cannot be sent.
    public func with(
        update: UpdateExpression,
        condition: ConditionExpression? = nil
    ) throws(ExpressionError) -> UpdateItemInput {
        let expressions = try RequestExpressions(update: update, condition: condition)
        var input = self
        input.updateExpression = expressions.updateExpression
        input.conditionExpression = expressions.conditionExpression
        input.expressionAttributeNames = expressions.expressionAttributeNames
        input.expressionAttributeValues = expressions.expressionAttributeValues
        return input
    }
}
