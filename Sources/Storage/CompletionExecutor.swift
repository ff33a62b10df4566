// Where the completions of transactions run.

/// A place to run completions, such as an event loop.
package protocol CompletionExecutor: AnyObject, Sendable {
    /// Called on the writer thread with all completions of one group for this executor; for a write that is
    /// refused at once, on the thread that asked for it. It must return soon: the next group waits for it.
    func run(_ completions: [@Sendable () -> Void])
}

/// Runs completions at once, on the writer thread.
package final class ImmediateExecutor: CompletionExecutor {
    package static let shared = ImmediateExecutor()

    package init() {}

    package func run(_ completions: [@Sendable () -> Void]) {
        for completion in completions { completion() }
    }
}
