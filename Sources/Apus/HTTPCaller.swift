// Plain HTTP calls: not signed, and to any path of a server.

import AsyncHTTPClient

/// A call of HTTP as it is sent.
package struct HTTPCall: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    package let method: Method
    /// Begins with a slash; what is no part of a path's letters is percent-encoded already.
    package let path: String
    package let headers: [TransportAnswer.Header]
    package let body: [UInt8]

    package init(_ method: Method, _ path: String, headers: [TransportAnswer.Header] = [], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}

/// How long a call waits.
package struct CallTimes: Equatable, Sendable {
    package let connectSeconds: Int64
    package let answerSeconds: Int64

    package static let usual = CallTimes(connectSeconds: 5, answerSeconds: 60)
    /// For services on this machine or beside it, some of which may not be there at all.
    package static let nearby = CallTimes(connectSeconds: 1, answerSeconds: 5)
}

/// Makes calls to one server, each over a connection of its own. It does not repeat them.
package struct HTTPCaller: Sendable {
    private let endpoint: Endpoint
    private let times: CallTimes

    private static let answerBytesLimit = 32 << 20

    package init(endpoint: Endpoint, times: CallTimes = .usual) {
        self.endpoint = endpoint
        self.times = times
    }

    package func send(_ call: HTTPCall) async throws(TransportError) -> TransportAnswer {
        var configuration = HTTPClient.Configuration()
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(times.connectSeconds)
        configuration.redirectConfiguration = .disallow
        // Trying again would only hide for a while that nobody is there.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome = await answer(to: call, client)
        // It can fail only by having happened before.
        try? await client.shutdown()
        return try outcome.get()
    }

    private func answer(to call: HTTPCall, _ client: HTTPClient) async -> Result<TransportAnswer, TransportError> {
        do {
            let response = try await client.execute(httpRequest(call), timeout: .seconds(times.answerSeconds))
            let body = try await response.body.collect(upTo: Self.answerBytesLimit)
            return .success(
                TransportAnswer(
                    status: Int(response.status.code),
                    headers: response.headers.map { ($0.name, $0.value) },
                    body: Array(body.readableBytesView)
                )
            )
        } catch {
            return .failure(TransportError("\(error)"))
        }
    }

    private func httpRequest(_ call: HTTPCall) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: "\(endpoint)\(call.path)")
        message.method = .init(rawValue: call.method.rawValue)
        for header in call.headers { message.headers.add(name: header.name, value: header.value) }
        if !call.body.isEmpty { message.body = .bytes(call.body) }
        return message
    }
}
