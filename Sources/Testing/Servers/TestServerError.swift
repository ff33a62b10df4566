// What keeps a test from its server.

/// A server could not be started, or did not do what was asked of it.
public struct TestServerError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong, in a sentence; the server's own where it has one.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
