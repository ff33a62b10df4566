// Requests over the network.

/// Sends requests over a pool of HTTP/1.1 connections, which close when nobody needs the transport any more.
public struct HTTPTransport: Transport {
    private let connections: HTTPConnections

    /// A transport with connections of its own.
    public init(_ settings: TransportSettings = TransportSettings()) {
        connections = HTTPConnections(settings)
    }

    /// Sends a request and waits for its answer, of whatever status.
    ///
    /// - Throws: `TransportError` where none came.
    public func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer {
        try await connections.send(to: "\(request.endpoint)/", headers: request.headers, body: request.body)
    }

    /// Closes the connections. Requests that are under way fail.
    public func shutDown() async {
        await connections.shutDown()
    }
}
