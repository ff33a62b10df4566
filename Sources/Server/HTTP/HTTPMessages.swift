// A request and its reply, as the gateway sees them: nothing above knows of NIO's parts.

import ApusThroughput
import NIOCore
import NIOHTTP1

/// A whole request.
struct HTTPRequest {
    let method: HTTPMethod
    let uri: String
    let headers: HTTPHeaders
    let body: ByteBuffer
    /// Whether it comes from this machine.
    var isLocal = false

    /// The part of the URI in front of the query.
    var path: Substring { uri.prefix { $0 != "?" } }

    /// The part of the URI behind the question mark.
    var query: Substring { uri.drop { $0 != "?" }.dropFirst() }
}

/// A whole reply. `Content-Length` and what else belongs to the connection is added when it is sent.
struct HTTPReply: Sendable {
    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    var body: [UInt8]
    /// How the reply is to go wrong on its way.
    var fault: FaultyReply?

    init(status: HTTPResponseStatus, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A reply in plain text.
    init(status: HTTPResponseStatus, text: String) {
        self.init(status: status, headers: ["Content-Type": "text/plain"], body: Array(text.utf8))
    }
}
