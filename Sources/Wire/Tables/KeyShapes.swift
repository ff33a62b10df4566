// The attributes that keys are made of, as requests and descriptions have them.

import ApusModel

/// The name and the type of an attribute that keys are made of.
package struct AttributeDefinition: Sendable {
    package var attributeName: String?
    package var attributeType: Choice<ScalarAttributeType>?

    package init(attributeName: String, attributeType: ScalarAttributeType) {
        self.attributeName = attributeName
        self.attributeType = Choice(attributeType)
    }

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "AttributeDefinition") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.optionalString()
            case "AttributeType": attributeType = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkKeyAttributeName(attributeName, at: "\(path).attributeName")
        violations.require(attributeType, at: "\(path).attributeType")
        violations.checkChoice(attributeType, at: "\(path).attributeType")
    }
}

/// One attribute of a key, and its part in it.
package struct KeySchemaElement: Sendable, CustomStringConvertible {
    package var attributeName: String?
    package var keyType: Choice<KeyType>?

    package init(attributeName: String, keyType: KeyType) {
        self.attributeName = attributeName
        self.keyType = Choice(keyType)
    }

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "KeySchemaElement") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.optionalString()
            case "KeyType": keyType = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkKeyAttributeName(attributeName, at: "\(path).attributeName")
        violations.require(keyType, at: "\(path).keyType")
        violations.checkChoice(keyType, at: "\(path).keyType")
    }

    package var description: String {
        "KeySchemaElement(attributeName=\(attributeName ?? "null"), keyType=\(keyType?.text ?? "null"))"
    }
}

extension ShapeViolations {
    fileprivate mutating func checkKeyAttributeName(_ name: String?, at path: @autoclosure () -> String) {
        require(name, at: path())
        checkLength(of: name, within: Limits.keyAttributeNameBytes, at: path())
    }
}
