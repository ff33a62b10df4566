// The shape StreamSpecification of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Whether changes of items are recorded in a stream, and what a record holds.
public struct StreamSpecification: Equatable, Sendable {
    /// Whether changes are recorded.
    public var streamEnabled: Bool
    /// What a record holds besides the key. Required when the stream is on, refused when it is off.
    public var streamViewType: StreamViewType?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        streamEnabled: Bool,
        streamViewType: StreamViewType? = nil
    ) {
        self.streamEnabled = streamEnabled
        self.streamViewType = streamViewType
    }
}

extension StreamSpecification: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("StreamEnabled", of: streamEnabled)
            writer.member("StreamViewType", of: streamViewType)
        }
    }
}

extension StreamSpecification: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var streamEnabled: Bool?
        var streamViewType: StreamViewType?
        try reader.members(of: "StreamSpecification") { name, reader throws(ServiceError) in
            switch name {
            case "StreamEnabled": streamEnabled = try reader.value()
            case "StreamViewType": streamViewType = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            streamEnabled: try streamEnabled.required("StreamEnabled"),
            streamViewType: streamViewType
        )
    }
}
