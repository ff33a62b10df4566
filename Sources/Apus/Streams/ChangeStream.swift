// The changes of a stream, one by one or in batches.

import ApusModel

/// The changes of all items of a table, over all shards of its stream: those of one item in the order in which they were
/// made, each at least once.
///
/// A change counts as processed when the next one is asked for, or when it is committed. What counts as processed is
/// saved as a checkpoint, and another reading goes on behind it: no change is left out, and those between the last save
/// and a crash come again. To have each once only, commit it together with what it causes:
///
/// ```swift
/// for try await change in client.changes(ofTable: "Films", checkpoints: FileCheckpoints(folder: "checkpoints")) {
///     print(change.kind, change.keys)
/// }
/// ```
///
/// The stream is read while somebody asks for changes, and some ahead of that. One loop at a time; a second loop goes on
/// where the first one ended. The loop ends when the stream was disabled and is read to its end.
public struct ChangeStream: AsyncSequence, Sendable {
    /// One change.
    public typealias Element = StreamChange
    /// Why a loop ends ahead of the stream.
    public typealias Failure = StreamReadError

    let reading: StreamReading

    /// The changes in batches: each of one shard, of at most so many, and of fewer where no more are there yet.
    public func batches(upTo count: Int = 1_000) -> ChangeBatches {
        ChangeBatches(reading: reading, count: count)
    }

    /// The places at which changes are lost and were passed, where ``StreamReadOptions/passesGaps`` allows it.
    public var gaps: [StreamGap] {
        get async { await reading.gaps }
    }

    /// Makes a change count as processed, with all ahead of it in its shard and in those that it descends from, and
    /// returns once that is saved.
    ///
    /// - Throws: `StreamReadError.checkpoint` where it cannot be saved. It still counts, and is saved with the next.
    public func commit(_ change: StreamChange) async throws(StreamReadError) {
        try await reading.commit(change)
    }

    /// Makes a batch count as processed, with all ahead of it in its shard and in those that it descends from, and
    /// returns once that is saved.
    ///
    /// - Throws: `StreamReadError.checkpoint` where it cannot be saved. It still counts, and is saved with the next.
    public func commit(_ batch: ChangeBatch) async throws(StreamReadError) {
        try await reading.commit(batch.changes[batch.changes.count - 1])
    }

    /// Makes all changes count as processed that were handed out, as after a loop that was left by `break`, and returns
    /// once that is saved.
    ///
    /// - Throws: `StreamReadError.checkpoint` where it cannot be saved. They still count, and are saved with the next.
    public func commit() async throws(StreamReadError) {
        try await reading.commitAll()
    }

    /// Begins to read with the first change that is asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(reading: reading)
    }

    /// Hands out the changes one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let reading: StreamReading

        /// The next change, as soon as there is one; nil at the end of a stream that was disabled.
        ///
        /// - Throws: `StreamReadError`, as soon as all is handed out that was read before.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(StreamReadError) -> StreamChange? {
            try await reading.next(upTo: 1)?.changes.first
        }
    }
}

/// The changes of a stream in batches, each of one shard.
///
/// A batch counts as processed when the next one is asked for, or when it is committed.
public struct ChangeBatches: AsyncSequence, Sendable {
    /// Some changes of one shard that follow one another.
    public typealias Element = ChangeBatch
    /// Why a loop ends ahead of the stream.
    public typealias Failure = StreamReadError

    let reading: StreamReading
    let count: Int

    /// Begins to read with the first batch that is asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(reading: reading, count: count)
    }

    /// Hands out the batches one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let reading: StreamReading
        let count: Int

        /// The next batch, as soon as there is a change; nil at the end of a stream that was disabled.
        ///
        /// - Throws: `StreamReadError`, as soon as all is handed out that was read before.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(StreamReadError) -> ChangeBatch? {
            try await reading.next(upTo: count)
        }
    }
}
