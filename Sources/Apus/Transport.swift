// How requests reach a service.

import ApusSigning

/// A signed request, ready to be sent with POST to the path `/`.
package struct TransportRequest: Sendable {
    package let headers: [SignableRequest.Header]
    package let body: [UInt8]
}

/// What came back: an answer of the service, or of something on the way to it.
package struct TransportAnswer: Sendable {
    package typealias Header = (name: String, value: String)

    package let status: Int
    package let headers: [Header]
    package let body: [UInt8]

    package init(status: Int, headers: [Header] = [], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of a header, whose name is given in lower case.
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }
}

/// No answer came: the service could not be reached, or the connection broke. Whether it acted is not known.
package struct TransportError: Error, Equatable, Sendable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

/// Sends requests to one endpoint. It neither signs nor repeats them.
package protocol Transport: Sendable {
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportAnswer
}
