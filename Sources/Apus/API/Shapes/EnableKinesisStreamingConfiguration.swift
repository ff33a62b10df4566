// The shape EnableKinesisStreamingConfiguration of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// How precise the times are that go to a Kinesis stream.
public struct EnableKinesisStreamingConfiguration: Equatable, Sendable {
    /// The precision of the times in the stream; milliseconds when absent.
    public var approximateCreationDateTimePrecision: ApproximateCreationDateTimePrecision?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        approximateCreationDateTimePrecision: ApproximateCreationDateTimePrecision? = nil
    ) {
        self.approximateCreationDateTimePrecision = approximateCreationDateTimePrecision
    }
}

extension EnableKinesisStreamingConfiguration: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ApproximateCreationDateTimePrecision", of: approximateCreationDateTimePrecision)
        }
    }
}

extension EnableKinesisStreamingConfiguration: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "EnableKinesisStreamingConfiguration") { name, reader throws(ServiceError) in
            switch name {
            case "ApproximateCreationDateTimePrecision": approximateCreationDateTimePrecision = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
