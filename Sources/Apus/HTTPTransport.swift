// Requests over the network.

import AsyncHTTPClient

/// Sends requests to an endpoint over a pool of HTTP/1.1 connections. Whoever makes one shuts it down.
package struct HTTPTransport: Transport {
    private let client: HTTPClient
    private let address: String
    private let answerTimeSeconds: Int64

    // No answer of the API is larger than a request may be; the rest is room for JSON around a 16 MB batch.
    private static let answerBytesLimit = 32 << 20

    package init(endpoint: Endpoint, connectTimeSeconds: Int64 = 5, answerTimeSeconds: Int64 = 60) {
        var configuration = HTTPClient.Configuration()
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(connectTimeSeconds)
        configuration.redirectConfiguration = .disallow
        // Repeating is the client's own decision: here it would only hide that the service is away.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        address = "\(endpoint)/"
        self.answerTimeSeconds = answerTimeSeconds
    }

    package func send(_ request: TransportRequest) async throws(TransportError) -> TransportAnswer {
        do {
            let response = try await client.execute(httpRequest(request), timeout: .seconds(answerTimeSeconds))
            let body = try await response.body.collect(upTo: Self.answerBytesLimit)
            return TransportAnswer(
                status: Int(response.status.code),
                headers: response.headers.map { ($0.name, $0.value) },
                body: Array(body.readableBytesView)
            )
        } catch {
            throw TransportError("\(error)")
        }
    }

    private func httpRequest(_ request: TransportRequest) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: address)
        message.method = .POST
        for header in request.headers { message.headers.replaceOrAdd(name: header.name, value: header.value) }
        message.body = .bytes(request.body)
        return message
    }

    /// Closes the connections. Requests that are under way fail.
    package func shutDown() async {
        // It can fail only by having happened before.
        try? await client.shutdown()
    }
}
