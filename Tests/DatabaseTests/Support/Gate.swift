// Threads held up until a test lets them go on.

import ApusStorage
import Dispatch

@testable import ApusDatabase

/// Holds up one thread after another, each until it is let go.
final class Gate: Sendable {
    private let permits = DispatchSemaphore(value: 0)

    func pass() { permits.wait() }
    func open() { permits.signal() }
}

extension Store {
    /// Holds up the writer thread, so that what `body` writes comes into one group, and waits for that.
    func holdingWriter(_ body: () -> Void) async throws {
        let gate = Gate()
        await withCheckedContinuation { continuation in
            write(completingOn: ImmediateExecutor.shared) { _ in
                continuation.resume()
                gate.pass()
            } completion: { _ in
            }
        }
        body()
        gate.open()
        try writeAndWait { _ in }
    }
}
