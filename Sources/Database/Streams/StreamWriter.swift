// How streams and their shards come and go, within a transaction.

import ApusModel
import ApusStorage

/// Changes streams in one transaction. Runs on the writer thread.
struct StreamWriter {
    let transaction: any WriteTransaction
    let stamps: StampSource
    let moment: Moment

    /// Opens the stream of a table: one shard for each range of hashes, which begin with these and end with the last.
    func open(_ viewType: StreamViewType, of table: TableRecord, labelled time: Timestamp, shards hashes: [UInt32])
        throws(StorageError) -> Stream
    {
        var stream = Stream(
            id: try transaction.takeStreamID(),
            tableName: table.definition.name,
            region: table.definition.region,
            tableID: table.id,
            keySchema: table.definition.keySchema,
            viewType: viewType,
            creationTime: time,
            readyTime: moment.ready
        )
        let start = SequenceNumber(stamps.next())
        for range in (0...UInt32.max).divided(at: hashes) { stream.open(range, at: start) }
        transaction.put(stream, replacing: nil)
        return stream
    }

    /// Closes a stream, so that no change is added to it any more.
    func close(_ old: Stream) throws(StorageError) -> Stream {
        var stream = old
        stream.disabledTime = moment.ready
        let end = SequenceNumber(stamps.next())
        for position in stream.shards.indices where stream.shards[position].isOpen {
            try close(position, of: &stream, at: end)
        }
        transaction.put(stream, replacing: old)
        return stream
    }

    /// Lets shards of an open stream make room for others.
    ///
    /// - Parameter hashes: those with which partitions of the table begin; wherever one lies in a shard, it is split.
    func renewShards(of old: Stream, partitions hashes: [UInt32], _ renewal: ShardRenewal) throws -> Stream {
        var stream = old
        var start: SequenceNumber?
        for (position, shard) in old.shards.enumerated() where shard.isOpen {
            let middle = renewal == .split ? [shard.hashes.middle].compactMap(\.self) : []
            let ranges = shard.hashes.divided(at: Set(hashes + middle).sorted())
            guard renewal != .due || ranges.count > 1 || shard.rollTime <= moment.now else { continue }
            let boundary = start.take { SequenceNumber(stamps.next()) }
            try close(position, of: &stream, at: boundary)
            for range in ranges { stream.open(range, at: boundary, parent: shard.id) }
        }
        guard renewal != .split || stream.shards.lazy.filter(\.isOpen).count <= Self.openShards else {
            throw ServiceError(.limitExceeded, "A stream has no more than \(Self.openShards) open shards")
        }
        if stream != old { transaction.put(stream, replacing: old) }
        return stream
    }

    /// How many open shards a stream can be split into: as many as a table has partitions.
    private static let openShards = 1_024

    /// Forgets the shards whose time is over, and notes which have been discarded.
    func trim(_ old: Stream, discarded: Set<UInt32>) -> Stream {
        var stream = old
        for position in stream.shards.indices where discarded.contains(stream.shards[position].id.number) {
            stream.shards[position].isDiscarded = true
        }
        stream.shards.removeAll { shard in
            shard.isDiscarded && shard.goneTime.map { $0 <= moment.now } ?? false
        }
        if stream != old { transaction.put(stream, replacing: old) }
        return stream
    }

    private func close(_ position: Int, of stream: inout Stream, at end: SequenceNumber) throws(StorageError) {
        let number = stream.shards[position].id.number
        stream.close(position, at: end, last: try transaction.lastChange(inShard: number, of: stream.id))
    }
}

extension ClosedRange<UInt32> {
    /// The parts of the range, a new one beginning with each of the hashes that lie in it.
    func divided(at hashes: [UInt32]) -> [ClosedRange<UInt32>] {
        let starts = [lowerBound] + hashes.filter { lowerBound < $0 && $0 <= upperBound }
        let ends = starts.dropFirst().map { $0 - 1 } + [upperBound]
        return zip(starts, ends).map { $0...$1 }
    }

    /// The hash with which its upper half begins; nil where it has but one.
    var middle: UInt32? {
        lowerBound == upperBound ? nil : lowerBound + (upperBound - lowerBound) / 2 + 1
    }
}

extension SequenceNumber? {
    /// The number that is there, or else one that is made and kept.
    fileprivate mutating func take(_ make: () -> SequenceNumber) -> SequenceNumber {
        let number = self ?? make()
        self = number
        return number
    }
}
