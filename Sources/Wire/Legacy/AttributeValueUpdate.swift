// What a legacy update does to one attribute.

import ApusModel

/// An action, PUT where none is named, and the value that it needs.
package struct AttributeValueUpdate: Sendable {
    package var value: Unchecked<AttributeValue>?
    package var action: Choice<AttributeAction>?

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "AttributeValueUpdate") { name, reader throws(ServiceError) in
            switch name {
            case "Value": value = try reader.optionalAttributeValue()
            case "Action": action = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkChoice(action, at: "\(path).action")
    }
}
