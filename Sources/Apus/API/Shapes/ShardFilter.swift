// The shape ShardFilter of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Which shards of a stream to tell of.
public struct ShardFilter: Equatable, Sendable {
    /// By what they are chosen.
    public var type: ShardFilterType?
    /// The shard whose children are meant.
    public var shardID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        type: ShardFilterType? = nil,
        shardID: String? = nil
    ) {
        self.type = type
        self.shardID = shardID
    }
}

extension ShardFilter: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Type", of: type)
            writer.member("ShardId", of: shardID)
        }
    }
}
