// The shape Shard of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A part of a stream, whose records are in order. A shard is read after its parent.
public struct Shard: Equatable, Sendable {
    /// The name of the shard.
    public var shardID: String?
    /// The first and the last sequence number.
    public var sequenceNumberRange: SequenceNumberRange?
    /// The shard to read before this one. It may be gone already.
    public var parentShardID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        shardID: String? = nil,
        sequenceNumberRange: SequenceNumberRange? = nil,
        parentShardID: String? = nil
    ) {
        self.shardID = shardID
        self.sequenceNumberRange = sequenceNumberRange
        self.parentShardID = parentShardID
    }
}

extension Shard: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Shard") { name, reader throws(ServiceError) in
            switch name {
            case "ShardId": shardID = try reader.value()
            case "SequenceNumberRange": sequenceNumberRange = try reader.value()
            case "ParentShardId": parentShardID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
