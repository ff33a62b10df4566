// The shape OnDemandThroughput of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The most that a table or an index on demand may use each second.
public struct OnDemandThroughput: Equatable, Sendable {
    /// The most read units each second, at least 1; -1 takes the bound away.
    public var maxReadRequestUnits: Int?
    /// The most write units each second, at least 1; -1 takes the bound away.
    public var maxWriteRequestUnits: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        maxReadRequestUnits: Int? = nil,
        maxWriteRequestUnits: Int? = nil
    ) {
        self.maxReadRequestUnits = maxReadRequestUnits
        self.maxWriteRequestUnits = maxWriteRequestUnits
    }
}

extension OnDemandThroughput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("MaxReadRequestUnits", of: maxReadRequestUnits)
            writer.member("MaxWriteRequestUnits", of: maxWriteRequestUnits)
        }
    }
}

extension OnDemandThroughput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "OnDemandThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "MaxReadRequestUnits": maxReadRequestUnits = try reader.value()
            case "MaxWriteRequestUnits": maxWriteRequestUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
