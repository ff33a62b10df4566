// A store that lets a test do something right before a transaction is queued.

import ApusStorage
import Synchronization

/// Hands everything on to another store.
final class InterposedStore: Store {
    private let inner: any Store
    private let interlude = Mutex<(@Sendable () -> Void)?>(nil)

    init(_ inner: any Store = MemoryStore()) {
        self.inner = inner
    }

    /// Runs `body` once: on the thread that queues the next transaction, before that.
    func beforeNextWrite(_ body: @escaping @Sendable () -> Void) {
        interlude.withLock { $0 = body }
    }

    func snapshot() -> any Snapshot {
        inner.snapshot()
    }

    func write(
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Void,
        completion: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        let interlude = interlude.withLock { interlude in
            defer { interlude = nil }
            return interlude
        }
        interlude?()
        inner.write(completingOn: executor, body, completion: completion)
    }

    func discard(_ range: KeyRange) throws(StorageError) {
        try inner.discard(range)
    }

    func close() throws(StorageError) {
        try inner.close()
    }
}
