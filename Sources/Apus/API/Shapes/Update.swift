// The shape Update of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A change of attributes of one item within a transaction. It makes the item if it is absent.
public struct Update: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The key of the item to change. It is made if it is absent.
    public var key: Item
    /// How to change attributes: clauses of `SET`, `REMOVE`, `ADD` and `DELETE`. Up to 4096 bytes.
    public var updateExpression: String
    /// What must be true for the write to happen. Up to 4096 bytes; always true when absent.
    public var conditionExpression: String?
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
        updateExpression: String,
        conditionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.tableName = tableName
        self.key = key
        self.updateExpression = updateExpression
        self.conditionExpression = conditionExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension Update: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Key", of: key)
            writer.member("UpdateExpression", of: updateExpression)
            writer.member("ConditionExpression", of: conditionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}
