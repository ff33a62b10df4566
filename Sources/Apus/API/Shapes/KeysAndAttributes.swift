// The shape KeysAndAttributes of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The items to read from one table, and which of their attributes.
public struct KeysAndAttributes: Equatable, Sendable {
    /// The keys of the items to read, at most 100 in the whole request and none twice.
    public var keys: [Item]
    /// The old way to name the attributes to read. `ProjectionExpression` replaces it.
    public var attributesToGet: [String]?
    /// Whether reads of this table must see all earlier writes, at twice the cost; false when absent.
    public var consistentRead: Bool?
    /// The attributes to answer, as paths between commas; all when absent. It does not lower the cost.
    public var projectionExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        keys: [Item],
        attributesToGet: [String]? = nil,
        consistentRead: Bool? = nil,
        projectionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil
    ) {
        self.keys = keys
        self.attributesToGet = attributesToGet
        self.consistentRead = consistentRead
        self.projectionExpression = projectionExpression
        self.expressionAttributeNames = expressionAttributeNames
    }
}

extension KeysAndAttributes: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Keys", of: keys)
            writer.member("AttributesToGet", of: attributesToGet)
            writer.member("ConsistentRead", of: consistentRead)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
        }
    }
}

extension KeysAndAttributes: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var keys: [Item]?
        var attributesToGet: [String]?
        var consistentRead: Bool?
        var projectionExpression: String?
        var expressionAttributeNames: [String: String]?
        try reader.members(of: "KeysAndAttributes") { name, reader throws(ServiceError) in
            switch name {
            case "Keys": keys = try reader.value()
            case "AttributesToGet": attributesToGet = try reader.value()
            case "ConsistentRead": consistentRead = try reader.value()
            case "ProjectionExpression": projectionExpression = try reader.value()
            case "ExpressionAttributeNames": expressionAttributeNames = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            keys: try keys.required("Keys"),
            attributesToGet: attributesToGet,
            consistentRead: consistentRead,
            projectionExpression: projectionExpression,
            expressionAttributeNames: expressionAttributeNames
        )
    }
}
