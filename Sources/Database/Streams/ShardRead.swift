// Reading the changes in a shard of a stream.

import ApusModel
import ApusStorage

/// A wish to read changes from a place in a shard on.
package struct ShardRead: Sendable {
    let stream: Stream
    let shard: Shard
    /// The least number that the first change may have.
    let position: SequenceNumber
    let limit: Int

    /// - Parameter limit: how many changes there may be.
    package init(of shard: Shard, in stream: Stream, from position: SequenceNumber, limit: Int) {
        self.stream = stream
        self.shard = shard
        self.position = position
        self.limit = limit
    }
}

extension Database {
    /// Shows the changes in a shard to `body`, one after another, all from one state of the store, on a worker thread.
    package func readChanges<Answer: Sendable>(
        _ read: ShardRead,
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (ShardChanges) throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        // Taken after the shard was looked up: all changes of a shard that was closed by then are in it.
        let snapshot = store.snapshot()
        let horizon = Stream.horizon(at: clock.now)
        workers.run(answeringOn: executor) {
            try body(ShardChanges(read: read, snapshot: snapshot, horizon: horizon))
        } completion: {
            completion($0)
        }
    }

    /// The place in all logs where the next change will be: its number will be this one or a greater one.
    package var nextSequenceNumber: SequenceNumber { SequenceNumber(stamps.newest).next }
}

/// The changes that a read of a shard finds.
package struct ShardChanges {
    fileprivate let read: ShardRead
    fileprivate let snapshot: any Snapshot
    fileprivate let horizon: SequenceNumber

    /// Lends the changes in order, as many as fit in 1 MB, and answers where the next read is to go on; nil where a
    /// closed shard has come to its end.
    ///
    /// - Throws: a `TrimmedDataAccessException` where changes that the read should have begun with are trimmed.
    package func forEach(_ body: (ChangeRecord) throws(StorageError) -> Void) throws -> SequenceNumber? {
        guard try !beginsWithTrimmed() else { throw ServiceError.trimmed }
        var (position, count, bytes) = (read.position, 0, 0)
        var isAtEnd = true
        try snapshot.scan(range(from: read.position), .forward) { key, value throws(StorageError) in
            let change = try ChangeRecord(value, number: KeySpace.sequenceNumber(of: key))
            bytes += change.size
            guard count < read.limit, count == 0 || bytes <= Limits.recordPageBytes else {
                isAtEnd = false
                return .stop
            }
            try body(change)
            count += 1
            position = change.number.next
            return .next
        }
        return isAtEnd && !read.shard.isOpen ? nil : position
    }

    private func range(from first: SequenceNumber, to end: SequenceNumber? = nil) -> KeyRange {
        KeySpace.changes(of: read.stream.id, shard: read.shard.id.number, from: first, to: end)
    }

    private func beginsWithTrimmed() throws(StorageError) -> Bool {
        guard read.position < horizon else { return false }
        // Those of a closed shard may have been discarded.
        if !read.shard.isOpen { return read.shard.last.map { read.position <= $0 } ?? false }
        var isTrimmed = false
        try snapshot.scan(range(from: read.position, to: horizon), .forward) { _, _ in
            isTrimmed = true
            return .stop
        }
        return isTrimmed
    }
}

extension ServiceError {
    package static let trimmed = ServiceError(
        .trimmedDataAccess,
        "The data you are trying to access has been trimmed."
    )
}
