// The shape Capacity of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The capacity used by a table or by one index.
public struct Capacity: Equatable, Sendable {
    /// Read units used. Told by transactions only.
    public var readCapacityUnits: Double?
    /// Write units used. Told by transactions only.
    public var writeCapacityUnits: Double?
    /// The units used. Half units occur for eventually consistent reads.
    public var capacityUnits: Double?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        readCapacityUnits: Double? = nil,
        writeCapacityUnits: Double? = nil,
        capacityUnits: Double? = nil
    ) {
        self.readCapacityUnits = readCapacityUnits
        self.writeCapacityUnits = writeCapacityUnits
        self.capacityUnits = capacityUnits
    }
}

extension Capacity: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Capacity") { name, reader throws(ServiceError) in
            switch name {
            case "ReadCapacityUnits": readCapacityUnits = try reader.value()
            case "WriteCapacityUnits": writeCapacityUnits = try reader.value()
            case "CapacityUnits": capacityUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
