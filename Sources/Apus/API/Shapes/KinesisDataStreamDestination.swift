// The shape KinesisDataStreamDestination of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// A Kinesis stream that gets the changes of a table.
public struct KinesisDataStreamDestination: Equatable, Sendable {
    /// The ARN of the Kinesis stream.
    public var streamArn: String?
    /// Whether changes are sent to the stream.
    public var destinationStatus: DestinationStatus?
    /// More about the state, in words.
    public var destinationStatusDescription: String?
    /// The precision of the times in the stream.
    public var approximateCreationDateTimePrecision: ApproximateCreationDateTimePrecision?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        streamArn: String? = nil,
        destinationStatus: DestinationStatus? = nil,
        destinationStatusDescription: String? = nil,
        approximateCreationDateTimePrecision: ApproximateCreationDateTimePrecision? = nil
    ) {
        self.streamArn = streamArn
        self.destinationStatus = destinationStatus
        self.destinationStatusDescription = destinationStatusDescription
        self.approximateCreationDateTimePrecision = approximateCreationDateTimePrecision
    }
}

extension KinesisDataStreamDestination: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "KinesisDataStreamDestination") { name, reader throws(ServiceError) in
            switch name {
            case "StreamArn": streamArn = try reader.value()
            case "DestinationStatus": destinationStatus = try reader.value()
            case "DestinationStatusDescription": destinationStatusDescription = try reader.value()
            case "ApproximateCreationDateTimePrecision": approximateCreationDateTimePrecision = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
