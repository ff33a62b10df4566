// The promise of a store: an ordered map of bytes with snapshots and transactions, that survives a crash.

import Dispatch
import Synchronization

/// An ordered map of byte keys, written by transactions that take effect one after another.
package protocol Store: AnyObject, Sendable {
    /// The newest state that is durable, as far as the sync mode promises. Cheap: all readers share
    /// it until the next commit.
    func snapshot() -> any Snapshot

    /// Queues a transaction.
    ///
    /// `body` runs on the writer thread in the order of the queue and sees all earlier transactions.
    /// It may run more than once, so it must have no effect but its writes, and what they take of the throughput
    /// of tables: a second run takes it again. If it throws, its writes vanish and `completion` gets the error.
    ///
    /// Every completion, of a refusal too, comes after the group that the body ran in is durable: a
    /// refusal may rest on a state that was not yet. The completions of one group reach each executor
    /// in one call.
    func write(
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Void,
        completion: @escaping @Sendable (Result<Void, any Error>) -> Void
    )

    /// Lets something be called on the writer thread right after each commit has been shown to readers, in the place of
    /// what was called before. It must return soon.
    func observeCommits(_ observer: @escaping @Sendable () -> Void)

    /// Removes all keys of a range that nobody reads or writes any more, beside the transactions and at a
    /// cost that does not depend on how many there are. A crash soon after may bring them back.
    func discard(_ range: KeyRange) throws(StorageError)

    /// How large the store is. All figures are zero once it is closed.
    func figures() -> StoreFigures

    /// Finishes what is queued, makes it durable and lets go of the directory. Waits for reads under
    /// way; later reads and writes fail with `StorageError.closed`. Not to be called from a
    /// transaction or a completion on the writer thread.
    func close() throws(StorageError)
}

extension Store {
    /// Runs a transaction and returns what its body answered, once that is durable.
    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Answer
    ) async throws -> Answer {
        let answer = LastAnswer<Answer>()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            write(completingOn: ImmediateExecutor.shared) { transaction in
                answer.set(try body(transaction))
            } completion: { result in
                continuation.resume(with: result)
            }
        }
        return answer.value
    }

    /// Runs a transaction and blocks until it is durable: for start-up and tests, never on an event loop.
    @discardableResult
    package func writeAndWait<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Answer
    ) throws -> Answer {
        let answer = LastAnswer<Answer>()
        let outcome = LastAnswer<Result<Void, any Error>>()
        let isDone = DispatchSemaphore(value: 0)
        write(completingOn: ImmediateExecutor.shared) { transaction in
            answer.set(try body(transaction))
        } completion: { result in
            outcome.set(result)
            isDone.signal()
        }
        isDone.wait()
        try outcome.value.get()
        return answer.value
    }
}

/// What a body answered the last time it ran.
private final class LastAnswer<Answer: Sendable>: Sendable {
    private let state = Mutex<Answer?>(nil)

    var value: Answer {
        guard let answer = state.withLock({ $0 }) else {
            preconditionFailure("a transaction succeeded without running its body")
        }
        return answer
    }

    func set(_ answer: Answer) {
        state.withLock { $0 = answer }
    }
}
