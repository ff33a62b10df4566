// The shape GlobalTableWitnessDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The witness of a global table. It holds no items that can be read.
public struct GlobalTableWitnessDescription: Equatable, Sendable {
    /// The region of the witness.
    public var regionName: String?
    /// The state of the witness.
    public var witnessStatus: WitnessStatus?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String? = nil,
        witnessStatus: WitnessStatus? = nil
    ) {
        self.regionName = regionName
        self.witnessStatus = witnessStatus
    }
}

extension GlobalTableWitnessDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GlobalTableWitnessDescription") { name, reader throws(ServiceError) in
            switch name {
            case "RegionName": regionName = try reader.value()
            case "WitnessStatus": witnessStatus = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
