// The shape KeySchemaElement of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One attribute of a key, and its part in the key.
public struct KeySchemaElement: Equatable, Sendable {
    /// The name of the attribute, 1 to 255 bytes of UTF-8.
    public var attributeName: String
    /// Whether the attribute is part of the partition key or of the sort key.
    public var keyType: KeyType

    /// Takes a value for each member; those with a default may be left out.
    public init(
        attributeName: String,
        keyType: KeyType
    ) {
        self.attributeName = attributeName
        self.keyType = keyType
    }
}

extension KeySchemaElement: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("AttributeName", of: attributeName)
            writer.member("KeyType", of: keyType)
        }
    }
}

extension KeySchemaElement: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var attributeName: String?
        var keyType: KeyType?
        try reader.members(of: "KeySchemaElement") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.value()
            case "KeyType": keyType = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            attributeName: try attributeName.required("AttributeName"),
            keyType: try keyType.required("KeyType")
        )
    }
}
