// The shape VectorAttributeDefinition of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The attribute that holds the vectors of a vector index.
public struct VectorAttributeDefinition: Equatable, Sendable {
    /// The name of the attribute that holds the vector, 1 to 255 bytes of UTF-8.
    public var attributeName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        attributeName: String
    ) {
        self.attributeName = attributeName
    }
}

extension VectorAttributeDefinition: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("AttributeName", of: attributeName)
        }
    }
}

extension VectorAttributeDefinition: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var attributeName: String?
        try reader.members(of: "VectorAttributeDefinition") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            attributeName: try attributeName.required("AttributeName")
        )
    }
}
