// The shape Get of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A read of one item within a transaction.
public struct Get: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The key of the item to read.
    public var key: Item
    /// The attributes to answer, as paths between commas; all when absent. It does not lower the cost.
    public var projectionExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        key: Item,
        projectionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil
    ) {
        self.tableName = tableName
        self.key = key
        self.projectionExpression = projectionExpression
        self.expressionAttributeNames = expressionAttributeNames
    }
}

extension Get: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Key", of: key)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
        }
    }
}
