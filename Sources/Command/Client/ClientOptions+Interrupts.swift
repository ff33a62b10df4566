// Commands that Ctrl-C ends in order.

import Apus
import ArgumentParser

extension ClientOptions {
    /// As `run`, but SIGINT and SIGTERM cancel the work, and the process ends with 130, as shells count an interrupt.
    ///
    /// Work that comes to its end in spite of it counts as done.
    func runUntilInterrupted(_ work: @escaping @Sendable (DynamoDBClient) async throws -> Void) async throws {
        try await run { client in
            let task = Task { try await work(client) }
            let interrupts = Interrupts {
                task.cancel()
            } onSecond: {
            }
            defer { withExtendedLifetime(interrupts) {} }
            do {
                try await task.value
            } catch {
                if task.isCancelled { throw ExitCode(130) }
                throw (error as? OutputError)?.isReaderGone == true ? ExitCode(1) : error
            }
        }
    }
}
