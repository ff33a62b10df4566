// A legacy condition on one attribute, as filters and key conditions have it.

import ApusModel

/// An operator and the values that it compares with; the API's `Condition`.
package struct AttributeCondition: Sendable {
    package var comparisonOperator: Choice<ComparisonOperator>?
    package var attributeValueList: [Unchecked<AttributeValue>]?

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "Condition") { name, reader throws(ServiceError) in
            switch name {
            case "ComparisonOperator": comparisonOperator = try reader.optionalChoice()
            case "AttributeValueList": attributeValueList = try reader.optionalAttributeValues()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.require(comparisonOperator, at: "\(path).comparisonOperator")
        violations.checkChoice(comparisonOperator, at: "\(path).comparisonOperator")
    }
}

extension JSONReader {
    /// Reads the list of values that a legacy condition compares with.
    mutating func optionalAttributeValues() throws(ServiceError) -> [Unchecked<AttributeValue>]? {
        try optionalList { reader throws(ServiceError) in try reader.attributeValue() }
    }

    /// Reads a single value; nil for null.
    mutating func optionalAttributeValue() throws(ServiceError) -> Unchecked<AttributeValue>? {
        try consumeNull() ? nil : try attributeValue()
    }
}
