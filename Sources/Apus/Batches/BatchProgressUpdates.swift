// Looks at running batches, one after another, for whoever wants to follow them.

import Synchronization

/// The progress of batches as it unfolds.
///
/// Each loop over it gets the progress of the moment and then the newest whenever there is news: who is slow misses
/// what lies in between. It ends when everything is settled. Any number of loops may follow the same batches.
public struct BatchProgressUpdates: AsyncSequence, Sendable {
    public typealias Element = BatchProgress
    public typealias Failure = Never
    public typealias AsyncIterator = AsyncStream<BatchProgress>.Iterator

    let board: ProgressBoard

    /// The latest progress that was made known. It lags behind by no more than a batch for each table.
    public var current: BatchProgress { board.current }

    public func makeAsyncIterator() -> AsyncIterator {
        board.updates().makeAsyncIterator()
    }
}

/// Where the latest progress hangs out.
final class ProgressBoard: Sendable {
    private struct State {
        var current = BatchProgress()
        var readers: [Int: AsyncStream<BatchProgress>.Continuation] = [:]
        var nextReader = 0
        var isOver = false
    }

    private let state = Mutex(State())

    var current: BatchProgress { state.withLock { $0.current } }

    func updates() -> AsyncStream<BatchProgress> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: BatchProgress.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let number = state.withLock { state in
            continuation.yield(state.current)
            state.nextReader += 1
            if state.isOver { continuation.finish() } else { state.readers[state.nextReader] = continuation }
            return state.nextReader
        }
        continuation.onTermination = { [weak self] _ in self?.remove(number) }
        return stream
    }

    func post(_ progress: BatchProgress, isLast: Bool) {
        let readers = state.withLock { state in
            state.current = progress
            state.isOver = state.isOver || isLast
            return Array(state.readers.values)
        }
        // Outside of the lock: a reader that goes away takes it.
        for reader in readers {
            reader.yield(progress)
            if isLast { reader.finish() }
        }
    }

    private func remove(_ number: Int) {
        _ = state.withLock { $0.readers.removeValue(forKey: number) }
    }
}
