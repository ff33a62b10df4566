// Whether the server is up, for clients that have lost it.

import Apus
import Synchronization

/// Lets clients wait while the server is down.
final class ServerGate: Sendable {
    private let isUp = Atomic(true)

    func close() {
        isUp.store(false, ordering: .releasing)
    }

    func open() {
        isUp.store(true, ordering: .releasing)
    }

    /// Waits a moment, and then until the server is up.
    func waitUntilUp() async {
        repeat { try? await Task.sleep(for: .milliseconds(2)) } while !isUp.load(ordering: .acquiring)
    }
}
