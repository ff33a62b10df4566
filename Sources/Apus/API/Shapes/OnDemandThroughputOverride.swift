// The shape OnDemandThroughputOverride of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A replica's own most for reads on demand, in place of the table's.
public struct OnDemandThroughputOverride: Equatable, Sendable {
    /// The most read units each second in this replica, at least 1; -1 takes the bound away.
    public var maxReadRequestUnits: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        maxReadRequestUnits: Int? = nil
    ) {
        self.maxReadRequestUnits = maxReadRequestUnits
    }
}

extension OnDemandThroughputOverride: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("MaxReadRequestUnits", of: maxReadRequestUnits)
        }
    }
}

extension OnDemandThroughputOverride: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "OnDemandThroughputOverride") { name, reader throws(ServiceError) in
            switch name {
            case "MaxReadRequestUnits": maxReadRequestUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
