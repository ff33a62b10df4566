// Work on a bounded number of threads.

import ApusStorage
import Dispatch
import Synchronization
import Testing

@testable import ApusDatabase

struct WorkerPoolTests {
    @Test(arguments: [1, 2, 4])
    func `no more work runs at once than there are threads, and all of it runs`(threads: Int) async {
        let pool = WorkerPool(threads: threads)
        let state = Mutex((running: 0, most: 0, done: 0))

        await withCheckedContinuation { continuation in
            for _ in 0..<200 {
                pool.run {
                    state.withLock { state in
                        state.running += 1
                        state.most = max(state.most, state.running)
                    }
                    let isLast = state.withLock { state in
                        state.running -= 1
                        state.done += 1
                        return state.done == 200
                    }
                    if isLast { continuation.resume() }
                }
            }
        }

        #expect(state.withLock { $0.most } <= threads)
        #expect(state.withLock { $0.done } == 200)
    }

    @Test func `one thread works in the order of asking`() async {
        let pool = WorkerPool(threads: 1)
        let order = Mutex<[Int]>([])

        await withCheckedContinuation { continuation in
            for number in 0..<100 { pool.run { order.withLock { $0.append(number) } } }
            pool.run { continuation.resume() }
        }

        #expect(order.withLock { $0 } == Array(0..<100))
    }

    @Test func `an error is an answer too`() async {
        let pool = WorkerPool(threads: 1)

        let result = await withCheckedContinuation { continuation in
            pool.run(answeringOn: ImmediateExecutor.shared) { () throws -> Int in
                throw StorageError.closed
            } completion: { result in
                continuation.resume(returning: result)
            }
        }

        #expect(throws: StorageError.closed) { try result.get() }
    }
}
