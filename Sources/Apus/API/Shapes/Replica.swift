// The shape Replica of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One region of a global table.
public struct Replica: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String? = nil
    ) {
        self.regionName = regionName
    }
}

extension Replica: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RegionName", of: regionName)
        }
    }
}

extension Replica: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Replica") { name, reader throws(ServiceError) in
            switch name {
            case "RegionName": regionName = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
