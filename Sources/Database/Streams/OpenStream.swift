// The open stream of a table, as changes of its items need it.

import ApusModel

/// Where the changes of a table go at one moment.
final class OpenStream: Sendable {
    let stream: Stream
    /// How many partitions the table had when the shards were last fitted to them; nil where that is not known.
    let partitionCount: Int?
    private let rollTime: Timestamp
    /// The last hash of each open shard, in order, and its number.
    private let shards: [(lastHash: UInt32, number: UInt32)]

    init(_ stream: Stream, partitionCount: Int? = nil) {
        self.stream = stream
        self.partitionCount = partitionCount
        rollTime = stream.rollTime ?? .distantFuture
        shards = stream.shards.filter(\.isOpen).map { ($0.hashes.upperBound, $0.id.number) }
            .sorted { $0.lastHash < $1.lastHash }
    }

    /// The number of the shard that the changes of a partition go to.
    ///
    /// - Precondition: the stream is open, so that its open shards have all hashes.
    func shard(of hash: UInt32) -> UInt32 {
        var (low, high) = (0, shards.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if shards[middle].lastHash < hash { low = middle + 1 } else { high = middle }
        }
        return shards[low].number
    }

    /// Whether a shard is to make room for others: because of its age, or since the partitions are more by now.
    func isLate(for table: Table, at now: Timestamp) -> Bool {
        rollTime <= now || partitionCount != table.throughput.partitionCount
    }
}

extension Timestamp {
    fileprivate static let distantFuture = Timestamp(milliseconds: .max)
}
