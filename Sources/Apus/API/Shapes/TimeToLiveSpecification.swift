// The shape TimeToLiveSpecification of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Whether items are to expire, and by which attribute.
public struct TimeToLiveSpecification: Equatable, Sendable {
    /// Whether items are to expire.
    public var enabled: Bool
    /// The top-level attribute that holds the expiry, a number of seconds since 1970.
    public var attributeName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        enabled: Bool,
        attributeName: String
    ) {
        self.enabled = enabled
        self.attributeName = attributeName
    }
}

extension TimeToLiveSpecification: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Enabled", of: enabled)
            writer.member("AttributeName", of: attributeName)
        }
    }
}

extension TimeToLiveSpecification: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var enabled: Bool?
        var attributeName: String?
        try reader.members(of: "TimeToLiveSpecification") { name, reader throws(ServiceError) in
            switch name {
            case "Enabled": enabled = try reader.value()
            case "AttributeName": attributeName = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            enabled: try enabled.required("Enabled"),
            attributeName: try attributeName.required("AttributeName")
        )
    }
}
