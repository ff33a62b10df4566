// The request to create a table.

import ApusModel

/// What a new table is to be: its name, its key, and how it is paid for.
package struct CreateTableRequest: WireRequest {
    package var tableName: String?
    package var attributeDefinitions: [AttributeDefinition]?
    package var keySchema: [KeySchemaElement]?
    package var billingMode: Choice<BillingMode>?
    package var provisionedThroughput: ProvisionedThroughput?
    /// Members with a value that ask for what apus does not serve yet, by name.
    package private(set) var unservedMembers: [String] = []

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "CreateTableInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "AttributeDefinitions":
                attributeDefinitions = try reader.optionalList { reader throws(ServiceError) in
                    try AttributeDefinition(reading: &reader)
                }
            case "KeySchema":
                keySchema = try reader.optionalList { reader throws(ServiceError) in
                    try KeySchemaElement(reading: &reader)
                }
            case "BillingMode": billingMode = try reader.optionalChoice()
            case "ProvisionedThroughput": provisionedThroughput = try ProvisionedThroughput(optional: &reader)
            case "LocalSecondaryIndexes", "GlobalSecondaryIndexes":
                try noteUnserved(name, &reader)
            case "StreamSpecification":
                if try reader.enablesSomething(by: "StreamEnabled") { unservedMembers.append(try name.text()) }
            case "DeletionProtectionEnabled":
                if try reader.optionalBool() == true { unservedMembers.append(try name.text()) }
            default: try reader.skipValue()
            }
        }
        // The service reports this ahead of whatever else is missing.
        if tableName == nil { throw .missingTableName }
    }

    private mutating func noteUnserved(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return }
        unservedMembers.append(try name.text())
        try reader.skipValue()
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkNewTable(tableName)
        violations.checkChoice(billingMode, at: "billingMode")
        violations.require(attributeDefinitions, at: "attributeDefinitions")
        for (index, definition) in (attributeDefinitions ?? []).enumerated() where !violations.isFull {
            definition.check(&violations, at: "attributeDefinitions.\(index + 1).member")
        }
        violations.require(keySchema, at: "keySchema")
        if let keySchema {
            violations.checkCount(
                keySchema.count,
                of: "[\(keySchema.prefix(10).map(\.description).joined(separator: ", "))]",
                within: Limits.keySchemaElements,
                at: "keySchema"
            )
        }
        for (index, element) in (keySchema ?? []).prefix(Limits.keySchemaElements.upperBound).enumerated() {
            element.check(&violations, at: "keySchema.\(index + 1).member")
        }
        provisionedThroughput?.check(&violations, at: "provisionedThroughput")
    }
}

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
        violations.require(attributeName, at: "\(path).attributeName")
        violations.checkLength(
            of: attributeName,
            within: Limits.keyAttributeNameBytes,
            at: "\(path).attributeName"
        )
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
        violations.require(attributeName, at: "\(path).attributeName")
        violations.checkLength(
            of: attributeName,
            within: Limits.keyAttributeNameBytes,
            at: "\(path).attributeName"
        )
        violations.require(keyType, at: "\(path).keyType")
        violations.checkChoice(keyType, at: "\(path).keyType")
    }

    package var description: String {
        "KeySchemaElement(attributeName=\(attributeName ?? "null"), keyType=\(keyType?.text ?? "null"))"
    }
}

/// The throughput that a table is to have, in units per second.
package struct ProvisionedThroughput: Sendable {
    package var readCapacityUnits: Int?
    package var writeCapacityUnits: Int?

    package init(readCapacityUnits: Int, writeCapacityUnits: Int) {
        self.readCapacityUnits = readCapacityUnits
        self.writeCapacityUnits = writeCapacityUnits
    }

    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "ProvisionedThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "ReadCapacityUnits": readCapacityUnits = try reader.optionalInteger("Long")
            case "WriteCapacityUnits": writeCapacityUnits = try reader.optionalInteger("Long")
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.require(readCapacityUnits, at: "\(path).readCapacityUnits")
        violations.checkValue(readCapacityUnits, within: 1...Int.max, at: "\(path).readCapacityUnits")
        violations.require(writeCapacityUnits, at: "\(path).writeCapacityUnits")
        violations.checkValue(writeCapacityUnits, within: 1...Int.max, at: "\(path).writeCapacityUnits")
    }
}

extension JSONReader {
    /// Reads an object that switches something on by a boolean member, and tells whether it does.
    fileprivate mutating func enablesSomething(by member: StaticString) throws(ServiceError) -> Bool {
        if try consumeNull() { return false }
        var isEnabled = false
        try members(of: "StreamSpecification") { name, reader throws(ServiceError) in
            if member ~= name {
                isEnabled = try reader.optionalBool() ?? false
            } else {
                try reader.skipValue()
            }
        }
        return isEnabled
    }
}
