// What a legacy write expects of one attribute.

import ApusModel

/// A value that the attribute is to have, or whether it is there at all, or a comparison as in a filter.
package struct ExpectedAttributeValue: Sendable {
    package var value: Unchecked<AttributeValue>?
    package var exists: Bool?
    package var comparisonOperator: Choice<ComparisonOperator>?
    package var attributeValueList: [Unchecked<AttributeValue>]?

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ExpectedAttributeValue") { name, reader throws(ServiceError) in
            switch name {
            case "Value": value = try reader.optionalAttributeValue()
            case "Exists": exists = try reader.optionalBool()
            case "ComparisonOperator": comparisonOperator = try reader.optionalChoice()
            case "AttributeValueList": attributeValueList = try reader.optionalAttributeValues()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkChoice(comparisonOperator, at: "\(path).comparisonOperator")
    }
}
