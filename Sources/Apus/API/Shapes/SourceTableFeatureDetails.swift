// The shape SourceTableFeatureDetails of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Indexes, stream, expiry and encryption of the table a backup was taken from.
public struct SourceTableFeatureDetails: Equatable, Sendable {
    /// The local secondary indexes the table had.
    public var localSecondaryIndexes: [LocalSecondaryIndexInfo]?
    /// The global secondary indexes the table had.
    public var globalSecondaryIndexes: [GlobalSecondaryIndexInfo]?
    /// The table's stream settings. Absent if it had none.
    public var streamDescription: StreamSpecification?
    /// Whether the table's items expired, and by which attribute.
    public var timeToLiveDescription: TimeToLiveDescription?
    /// How the table was encrypted. Absent if by the service's own key.
    public var sseDescription: SSEDescription?
    /// The vector indexes the table had.
    public var vectorIndexes: [VectorIndexInfo]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        localSecondaryIndexes: [LocalSecondaryIndexInfo]? = nil,
        globalSecondaryIndexes: [GlobalSecondaryIndexInfo]? = nil,
        streamDescription: StreamSpecification? = nil,
        timeToLiveDescription: TimeToLiveDescription? = nil,
        sseDescription: SSEDescription? = nil,
        vectorIndexes: [VectorIndexInfo]? = nil
    ) {
        self.localSecondaryIndexes = localSecondaryIndexes
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.streamDescription = streamDescription
        self.timeToLiveDescription = timeToLiveDescription
        self.sseDescription = sseDescription
        self.vectorIndexes = vectorIndexes
    }
}

extension SourceTableFeatureDetails: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "SourceTableFeatureDetails") { name, reader throws(ServiceError) in
            switch name {
            case "LocalSecondaryIndexes": localSecondaryIndexes = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "StreamDescription": streamDescription = try reader.value()
            case "TimeToLiveDescription": timeToLiveDescription = try reader.value()
            case "SSEDescription": sseDescription = try reader.value()
            case "VectorIndexes": vectorIndexes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
