// A stream: which table it is of, what it shows, and its shards.

import ApusModel

/// A stream as it was at one moment. It outlives its table, and the time that it is enabled, by a day.
package struct Stream: Equatable, Sendable {
    package enum Status: String, Sendable {
        case enabling = "ENABLING"
        case enabled = "ENABLED"
        case disabling = "DISABLING"
        case disabled = "DISABLED"
    }

    package let id: UInt32
    package let tableName: TableName
    package let region: String
    let tableID: UInt32
    package let keySchema: KeySchema
    package let viewType: StreamViewType
    /// When it was enabled. No other stream of a table of this name has the same time.
    package let creationTime: Timestamp
    /// ENABLING until then.
    let readyTime: Timestamp
    /// DISABLING until then; nil while the stream is enabled.
    var disabledTime: Timestamp?
    /// In the order in which they were opened.
    var shards: [Shard] = []

    init(
        id: UInt32,
        tableName: TableName,
        region: String,
        tableID: UInt32,
        keySchema: KeySchema,
        viewType: StreamViewType,
        creationTime: Timestamp,
        readyTime: Timestamp
    ) {
        self.id = id
        self.tableName = tableName
        self.region = region
        self.tableID = tableID
        self.keySchema = keySchema
        self.viewType = viewType
        self.creationTime = creationTime
        self.readyTime = readyTime
    }

    /// Whether changes are still added to it.
    var isOpen: Bool { disabledTime == nil }

    package func status(at now: Timestamp) -> Status {
        if let disabledTime { return now < disabledTime ? .disabling : .disabled }
        return now < readyTime ? .enabling : .enabled
    }

    /// From when on there is no such stream any more.
    var goneTime: Timestamp? { disabledTime?.advanced(by: Limits.streamRetention) }

    func isGone(at now: Timestamp) -> Bool {
        goneTime.map { $0 <= now } ?? false
    }

    /// The shards that are listed at a point in time.
    package func shards(at now: Timestamp) -> [Shard] {
        shards.filter { shard in shard.goneTime.map { now < $0 } ?? true }
    }

    package func shard(_ id: String, at now: Timestamp) -> Shard? {
        shards(at: now).first { $0.id.text.hasSameBytes(as: id) }
    }

    package func shard(number: UInt32, at now: Timestamp) -> Shard? {
        shards(at: now).first { $0.id.number == number }
    }

    /// The changes that may still be read at a point in time have this number or a greater one.
    package static func horizon(at now: Timestamp) -> SequenceNumber {
        SequenceNumber(firstAt: now.advanced(by: .milliseconds(1) - Limits.streamRetention))
    }
}

// MARK: - Shards

extension Stream {
    /// When the first of the open shards makes room for another; nil in a stream that is closed.
    var rollTime: Timestamp? {
        shards.lazy.filter(\.isOpen).map(\.rollTime).min()
    }

    /// When something is to be done for this stream next.
    var nextTime: Timestamp? {
        let ofShards = shards.lazy.compactMap { shard in
            shard.isOpen ? shard.rollTime : shard.isDiscarded ? shard.goneTime : shard.trimTime
        }
        return [ofShards.min(), goneTime].compactMap(\.self).min()
    }

    /// Opens a shard at the end of the list.
    mutating func open(_ hashes: ClosedRange<UInt32>, at start: SequenceNumber, parent: ShardID? = nil) {
        let number = shards.last.map { $0.id.number + 1 } ?? 0
        shards.append(Shard(id: ShardID(number: number, start: start), parent: parent, hashes: hashes))
    }

    /// Closes a shard.
    mutating func close(_ position: Int, at end: SequenceNumber, last: SequenceNumber?) {
        shards[position].end = end
        shards[position].last = last
    }
}
