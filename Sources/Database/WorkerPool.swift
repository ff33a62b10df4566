// A few threads for what would hold up an event loop: pages, batches of reads, reads from the disk.

import ApusStorage
import Dispatch
import Synchronization

/// Runs blocking work on a bounded number of threads, first come, first served.
///
/// What waits is bounded by the number of connections, each of which has one request under way, and of deleted tables.
final class WorkerPool: Sendable {
    private typealias Work = @Sendable () -> Void

    private struct State {
        var waiting: [Work] = []
        var busyThreads = 0
    }

    private let queue = DispatchQueue(label: "apus.workers", qos: .userInitiated, attributes: .concurrent)
    private let state = Mutex(State())
    private let threads: Int

    init(threads: Int) {
        self.threads = threads
    }

    func run(_ work: @escaping @Sendable () -> Void) {
        let startsThread = state.withLock { state in
            guard state.busyThreads == threads else {
                state.busyThreads += 1
                return true
            }
            state.waiting.append(work)
            return false
        }
        if startsThread { queue.async { self.runUntilIdle(work) } }
    }

    private func runUntilIdle(_ first: @escaping Work) {
        var work: Work? = first
        while let current = work {
            current()
            work = state.withLock { state in
                guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
                state.busyThreads -= 1
                return nil
            }
        }
    }

    /// Runs work and hands what it answers to `completion`, on the executor.
    func run<Answer: Sendable>(
        answeringOn executor: any CompletionExecutor,
        _ work: @escaping @Sendable () throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        run {
            let result = Result { try work() }
            executor.run([{ completion(result) }])
        }
    }
}
