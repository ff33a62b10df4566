// A pool of connections over the network.

import AsyncHTTPClient
import NIOCore
import NIOSSL

/// Sends requests over HTTP/1.1, and closes its connections when nobody needs it any more.
final class HTTPConnections: Sendable {
    private let client: HTTPClient
    private let answerTime: TimeAmount

    // No answer of the API is larger than a request may be; the rest is room for JSON around a 16 MB batch.
    private static let answerBytesLimit = 32 << 20

    init(_ settings: TransportSettings) {
        var configuration = HTTPClient.Configuration()
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .nanoseconds(settings.connectTime.nanoseconds)
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.connections
        // Repeating is the client's own decision: here it would only hide that the service is away.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.proxy = settings.proxy.map { proxy in
            .server(
                host: proxy.host,
                port: proxy.port,
                authorization: proxy.login.map { .basic(username: $0.name, password: $0.password) }
            )
        }
        if case .file(let path) = settings.trust {
            var trust = TLSConfiguration.makeClientConfiguration()
            trust.trustRoots = .file(path)
            configuration.tlsConfiguration = trust
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        answerTime = .nanoseconds(settings.answerTime.nanoseconds)
    }

    deinit {
        let client = client
        Task { try? await client.shutdown() }
    }

    /// Sends a request and waits for its answer, of whatever status.
    func send(
        _ method: String = "POST",
        to address: String,
        headers: HeaderFields,
        body: [UInt8]
    ) async throws(TransportError) -> ClientAnswer {
        var message = HTTPClientRequest(url: address)
        message.method = .init(rawValue: method)
        for header in headers.fields { message.headers.add(name: header.name, value: header.value) }
        if !body.isEmpty { message.body = .bytes(body) }
        do {
            let response = try await client.execute(message, timeout: answerTime)
            let body = try await response.body.collect(upTo: Self.answerBytesLimit)
            return ClientAnswer(
                status: Int(response.status.code),
                headers: HeaderFields(response.headers.map { (name: $0.name, value: $0.value) }),
                body: Array(body.readableBytesView)
            )
        } catch {
            throw TransportError("\(error)")
        }
    }

    /// Closes the connections. Requests that are under way fail.
    func shutDown() async {
        // It can fail only by having happened before.
        try? await client.shutdown()
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
