// The shape AttributeDefinition of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The type of one attribute that serves in a key of the table or of an index.
public struct AttributeDefinition: Equatable, Sendable {
    /// The name of the key attribute, 1 to 255 bytes of UTF-8.
    public var attributeName: String
    /// The type that the attribute must have in every item where it is part of a key.
    public var attributeType: ScalarAttributeType

    /// Takes a value for each member; those with a default may be left out.
    public init(
        attributeName: String,
        attributeType: ScalarAttributeType
    ) {
        self.attributeName = attributeName
        self.attributeType = attributeType
    }
}

extension AttributeDefinition: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("AttributeName", of: attributeName)
            writer.member("AttributeType", of: attributeType)
        }
    }
}

extension AttributeDefinition: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var attributeName: String?
        var attributeType: ScalarAttributeType?
        try reader.members(of: "AttributeDefinition") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.value()
            case "AttributeType": attributeType = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            attributeName: try attributeName.required("AttributeName"),
            attributeType: try attributeType.required("AttributeType")
        )
    }
}
