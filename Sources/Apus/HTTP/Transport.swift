// How requests reach a service.

/// No answer came: the service could not be reached, or the connection broke. Whether it acted is not known.
public struct TransportError: Error, Equatable, Sendable {
    /// What the network said.
    public let reason: String

    /// A failure for this reason.
    public init(_ reason: String) {
        self.reason = reason
    }
}

/// Sends requests to where they go, with POST and to the path `/`. It neither signs nor repeats them.
public protocol Transport: Sendable {
    /// Sends a request and waits for its answer, of whatever status.
    ///
    /// - Throws: `TransportError` where none came.
    func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer

    /// Closes the connections. Requests that are under way fail.
    func shutDown() async
}

extension Transport {
    /// Nothing: a transport without connections of its own needs no closing.
    public func shutDown() async {}
}
