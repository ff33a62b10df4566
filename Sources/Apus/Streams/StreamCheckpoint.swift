// How far the reading of a stream has come.

import ApusModel

/// What has been processed of a stream, for another reading to go on from.
public struct StreamCheckpoint: Equatable, Sendable {
    /// How far one shard has been processed.
    public enum Progress: Equatable, Sendable {
        /// No change of it has.
        case unread
        /// All changes have, to the one of this sequence number.
        case after(String)
        /// All changes have, and the shard gets no more.
        case finished
    }

    /// The ARN of the stream.
    public let streamArn: String
    /// The time at which the reading began, for shards of which nothing is read; nil for the beginning of each.
    public let startTime: Timestamp?
    /// The progress of the shards, by their names.
    public var shards: [String: Progress]
    /// Whether the stream was disabled and has been processed to its end.
    public var isEnded: Bool

    /// A checkpoint of these values; of a stream that no shard is known of, if the others are left out.
    public init(
        streamArn: String,
        startTime: Timestamp? = nil,
        shards: [String: Progress] = [:],
        isEnded: Bool = false
    ) {
        self.streamArn = streamArn
        self.startTime = startTime
        self.shards = shards
        self.isEnded = isEnded
    }
}
