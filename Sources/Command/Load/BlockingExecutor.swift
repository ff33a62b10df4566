// A thread for work that waits.

import Dispatch

/// Runs a task's own work on a queue of its own: a read or a sync that waits holds up nothing else.
final class BlockingExecutor: TaskExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
