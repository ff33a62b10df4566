// The shape Tag of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A name and a value put on a table. A table has at most 50.
public struct Tag: Equatable, Sendable {
    /// The name of the tag, 1 to 128 characters. It does not begin with `aws:`.
    public var key: String
    /// The value of the tag, up to 256 characters. It may be empty.
    public var value: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        key: String,
        value: String
    ) {
        self.key = key
        self.value = value
    }
}

extension Tag: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Key", of: key)
            writer.member("Value", of: value)
        }
    }
}

extension Tag: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var key: String?
        var value: String?
        try reader.members(of: "Tag") { name, reader throws(ServiceError) in
            switch name {
            case "Key": key = try reader.value()
            case "Value": value = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            key: try key.required("Key"),
            value: try value.required("Value")
        )
    }
}
