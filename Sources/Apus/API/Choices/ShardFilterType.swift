// The choices of ShardFilterType in the API. Written by script/generate-api.

/// By what shards are chosen.
public struct ShardFilterType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The children of one shard.
    public static let childShards = ShardFilterType(rawValue: "CHILD_SHARDS")
}

extension ShardFilterType: WrittenShape, ReadShape {}
