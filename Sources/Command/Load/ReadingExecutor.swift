// The thread on which files are read.

import Dispatch

/// Runs a task's own work on a queue of its own: a read that waits for its input holds up nothing else.
final class ReadingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "apus.load.reading")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
