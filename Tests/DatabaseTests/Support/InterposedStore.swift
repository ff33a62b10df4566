// A store that lets a test do something right before a transaction is queued, or refuse it.

import ApusStorage
import Synchronization

/// Hands everything on to another store.
final class InterposedStore: Store {
    private let inner: any Store
    private let interlude = Mutex<(@Sendable () -> Void)?>(nil)
    private let refusal = Mutex<StorageError?>(nil)

    init(_ inner: any Store = MemoryStore()) {
        self.inner = inner
    }

    /// Runs `body` once: on the thread that queues the next transaction, before that.
    func beforeNextWrite(_ body: @escaping @Sendable () -> Void) {
        interlude.withLock { $0 = body }
    }

    /// Refuses the next transaction, as a store does whose queue is full or that is closed.
    func refuseNextWrite(with error: StorageError) {
        refusal.withLock { $0 = error }
    }

    func observeCommits(_ observer: @escaping @Sendable () -> Void) {
        inner.observeCommits(observer)
    }

    func figures() -> StoreFigures {
        inner.figures()
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
        let refusal = refusal.withLock { refusal in
            defer { refusal = nil }
            return refusal
        }
        if let refusal { return completion(.failure(refusal)) }
        inner.write(completingOn: executor, body, completion: completion)
    }

    func discard(_ range: KeyRange) throws(StorageError) {
        try inner.discard(range)
    }

    func close() throws(StorageError) {
        try inner.close()
    }
}
