// The shape ConditionCheck of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A condition on an item that the transaction does not change.
public struct ConditionCheck: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The key of the item to check. It need not exist.
    public var key: Item
    /// What must be true of the item for the transaction to happen. Up to 4096 bytes.
    public var conditionExpression: String
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?
    /// What each `:value` of the expressions stands for. All must be used.
    public var expressionAttributeValues: [String: AttributeValue]?
    /// Whether a failed condition answers the item as it stands; `NONE` when absent.
    public var returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        key: Item,
        conditionExpression: String,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.tableName = tableName
        self.key = key
        self.conditionExpression = conditionExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension ConditionCheck: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Key", of: key)
            writer.member("ConditionExpression", of: conditionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}
