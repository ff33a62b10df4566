// Whoever reads a stream as the service asks for: each shard to its end before its children.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

/// Reads the newest stream of a table bit by bit, and remembers where it stands.
struct StreamConsumer {
    /// Where reading a shard goes on; nil once it has come to its end.
    private var positions: [UInt32: SequenceNumber?] = [:]
    private(set) var changes: [ReadChange] = []

    /// Reads all that there is by now, in parts of at most `limit` changes.
    mutating func read(_ database: Database, limit: Int) async throws {
        let stream = try await database.stream()
        for shard in stream.shards {
            if let parent = shard.parent { try #require(positions[parent.number] == .some(nil)) }
            try await read(shard, of: stream, database, limit: limit)
            // The children of a shard that is open come later.
            if shard.isOpen { continue }
            #expect(positions[shard.id.number] == .some(nil))
        }
    }

    private mutating func read(_ shard: Shard, of stream: Stream, _ database: Database, limit: Int) async throws {
        var count = 0
        repeat {
            let known = positions[shard.id.number]
            guard let position = known ?? shard.startingNumber else { return }
            let part = try await database.changes(in: shard, of: stream, from: position, limit: limit)
            count = part.changes.count
            check(part.changes, in: shard, from: position)
            changes += part.changes
            positions[shard.id.number] = .some(part.next)
            if part.next == nil { return }
        } while count > 0
    }

    private func check(_ changes: [ReadChange], in shard: Shard, from position: SequenceNumber) {
        var last = position
        for change in changes {
            #expect(change.number >= last)
            #expect(shard.hashes.contains(PartitionHash(of: change.key["id"]!).value))
            if let end = shard.endingNumber { #expect(change.number <= end) }
            last = change.number.next
        }
    }
}
