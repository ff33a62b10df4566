// Plain HTTP calls: not signed, and to any path of a server.

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
    package let headers: HeaderFields
    package let body: [UInt8]

    package init(_ method: Method, _ path: String, headers: HeaderFields = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}

/// Makes calls to one server, each over a connection of its own. It does not repeat them.
package struct HTTPCaller: Sendable {
    private let endpoint: Endpoint
    private let settings: TransportSettings

    package init(endpoint: Endpoint, settings: TransportSettings = TransportSettings()) {
        self.endpoint = endpoint
        self.settings = settings
    }

    package func send(_ call: HTTPCall) async throws(TransportError) -> ClientAnswer {
        let connections = HTTPConnections(settings)
        let answer: ClientAnswer
        do throws(TransportError) {
            answer = try await connections.send(
                call.method.rawValue,
                to: "\(endpoint)\(call.path)",
                headers: call.headers,
                body: call.body
            )
        } catch {
            await connections.shutDown()
            throw error
        }
        await connections.shutDown()
        return answer
    }
}
