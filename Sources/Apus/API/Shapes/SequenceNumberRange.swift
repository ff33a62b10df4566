// The shape SequenceNumberRange of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The first and the last sequence number of a shard. A shard without a last one is open: it gets more records.
public struct SequenceNumberRange: Equatable, Sendable {
    /// The first sequence number.
    public var startingSequenceNumber: String?
    /// The last sequence number. Absent while the shard is open.
    public var endingSequenceNumber: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        startingSequenceNumber: String? = nil,
        endingSequenceNumber: String? = nil
    ) {
        self.startingSequenceNumber = startingSequenceNumber
        self.endingSequenceNumber = endingSequenceNumber
    }
}

extension SequenceNumberRange: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "SequenceNumberRange") { name, reader throws(ServiceError) in
            switch name {
            case "StartingSequenceNumber": startingSequenceNumber = try reader.value()
            case "EndingSequenceNumber": endingSequenceNumber = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
