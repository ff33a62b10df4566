// The shape ProvisionedThroughputOverride of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A replica's own read capacity, in place of the table's.
public struct ProvisionedThroughputOverride: Equatable, Sendable {
    /// The replica's read units each second, at least 1.
    public var readCapacityUnits: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        readCapacityUnits: Int? = nil
    ) {
        self.readCapacityUnits = readCapacityUnits
    }
}

extension ProvisionedThroughputOverride: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ReadCapacityUnits", of: readCapacityUnits)
        }
    }
}

extension ProvisionedThroughputOverride: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ProvisionedThroughputOverride") { name, reader throws(ServiceError) in
            switch name {
            case "ReadCapacityUnits": readCapacityUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
