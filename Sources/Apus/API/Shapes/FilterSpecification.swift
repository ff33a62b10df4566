// The shape FilterSpecification of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Which items and attributes an export takes.
public struct FilterSpecification: Equatable, Sendable {
    /// Which items are exported; all when absent.
    public var filterExpression: String?
    /// Which attributes are exported; all when absent.
    public var projectionExpression: String?
    /// Which keys are exported; all when absent.
    public var keyConditionExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?
    /// What each `:value` of the expressions stands for. All must be used.
    public var expressionAttributeValues: [String: AttributeValue]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        filterExpression: String? = nil,
        projectionExpression: String? = nil,
        keyConditionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil
    ) {
        self.filterExpression = filterExpression
        self.projectionExpression = projectionExpression
        self.keyConditionExpression = keyConditionExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
    }
}

extension FilterSpecification: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("FilterExpression", of: filterExpression)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("KeyConditionExpression", of: keyConditionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
        }
    }
}

extension FilterSpecification: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "FilterSpecification") { name, reader throws(ServiceError) in
            switch name {
            case "FilterExpression": filterExpression = try reader.value()
            case "ProjectionExpression": projectionExpression = try reader.value()
            case "KeyConditionExpression": keyConditionExpression = try reader.value()
            case "ExpressionAttributeNames": expressionAttributeNames = try reader.value()
            case "ExpressionAttributeValues": expressionAttributeValues = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
