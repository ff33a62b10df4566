// A shard of a stream: the changes of a range of partitions, for a while.

import ApusModel

/// Tells a shard from all others of its stream.
package struct ShardID: Hashable, Sendable {
    /// The shards of a stream count from 0, in the order in which they were opened.
    package let number: UInt32
    /// Where the shard begins.
    let start: SequenceNumber

    /// The text that the API shows. Texts sort as shards were opened.
    package var text: String {
        "shardId-\(Self.padded(String(start.time.milliseconds), to: 20))-\(Self.padded(String(number, radix: 16), to: 8))"
    }

    private static func padded(_ digits: String, to count: Int) -> String {
        String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

/// A shard: open, and then closed for good.
package struct Shard: Equatable, Sendable {
    package let id: ShardID
    /// The shard that had its partitions before; it may be gone.
    package let parent: ShardID?
    /// The hashes of the partition keys whose changes are in it.
    let hashes: ClosedRange<UInt32>
    /// Where it ends: all of its changes have lesser numbers. Nil while it is open.
    var end: SequenceNumber?
    /// The number of its last change, once it is closed; nil where it has none.
    var last: SequenceNumber?
    /// Whether its changes have been discarded, all of them being trimmed.
    var isDiscarded = false

    init(id: ShardID, parent: ShardID? = nil, hashes: ClosedRange<UInt32>) {
        self.id = id
        self.parent = parent
        self.hashes = hashes
    }

    package var isOpen: Bool { end == nil }
    package var startingNumber: SequenceNumber { id.start }
    /// What the API shows as the end of a closed shard: its last change, or its start where it has none.
    package var endingNumber: SequenceNumber? { isOpen ? nil : last ?? id.start }

    /// When an open shard makes room for another.
    var rollTime: Timestamp { id.start.time.advanced(by: Limits.shardLife) }
    /// When the last change of a closed shard is trimmed, or would be if it had any.
    var trimTime: Timestamp? { end.map { (last ?? $0).time.advanced(by: Limits.streamRetention) } }
    /// From when on a closed shard is not listed any more.
    var goneTime: Timestamp? { trimTime?.advanced(by: Limits.streamRetention) }
}
