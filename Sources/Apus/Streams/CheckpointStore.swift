// Where the checkpoints of streams are kept.

import Synchronization

/// Keeps a checkpoint for each stream: in files, in a table, or wherever it lasts.
///
/// What is saved takes the place of what was there, as a whole or not at all. One reading saves one checkpoint at a time.
public protocol CheckpointStore: Sendable {
    /// The checkpoint of a stream; nil where there is none.
    ///
    /// - Throws: any error, which the loop over the changes then throws as ``StreamReadError/checkpoint(_:)``.
    func checkpoint(ofStream streamArn: String) async throws -> StreamCheckpoint?

    /// Keeps a checkpoint in the place of the one before. It should last once this returns.
    ///
    /// - Throws: any error, which the loop over the changes then throws as ``StreamReadError/checkpoint(_:)``.
    func save(_ checkpoint: StreamCheckpoint) async throws
}

/// Checkpoints that last as long as the process.
public final class MemoryCheckpoints: CheckpointStore {
    private let checkpoints = Mutex<[String: StreamCheckpoint]>([:])

    /// A store without a checkpoint.
    public init() {}

    /// The checkpoint of a stream; nil where there is none.
    public func checkpoint(ofStream streamArn: String) -> StreamCheckpoint? {
        checkpoints.withLock { $0[streamArn] }
    }

    /// Keeps a checkpoint in the place of the one before.
    public func save(_ checkpoint: StreamCheckpoint) {
        checkpoints.withLock { $0[checkpoint.streamArn] = checkpoint }
    }
}
