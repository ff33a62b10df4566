// One connection, played by hand: what comes in, and what goes out.

import ApusCompression
import ApusDatabase
import ApusModel
import ApusStorage
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import ApusServer

struct HTTPConnectionTests {
    private let channel: EmbeddedChannel

    init() throws {
        let logger = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        let gateway = Gateway(
            database: try Database(store: MemoryStore(), logger: logger),
            configuration: ServerConfiguration(),
            chance: SeededChance(seed: 1),
            logger: logger
        )
        let loop = EmbeddedEventLoop()
        let connection = HTTPConnection(gateway: gateway, executor: EventLoopExecutor(loop))
        channel = EmbeddedChannel(handler: connection, loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 8000)).wait()
    }

    @Test func `a call is answered with the headers of the service`() throws {
        let reply = try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{}"])

        #expect(reply.head.status == .ok)
        #expect(reply.body == #"{"TableNames":[]}"#)
        #expect(reply.head.headers.first(name: "x-amzn-requestid")?.count == 52)
        #expect(reply.head.headers.first(name: "x-amz-crc32") == String(Checksum.crc32(of: Array(reply.body.utf8))))
        #expect(reply.head.headers.first(name: "content-type") == "application/x-amz-json-1.0")
        #expect(reply.head.headers.first(name: "content-length") == "17")
        #expect(reply.head.headers.first(name: "connection") == "keep-alive")
        #expect(reply.head.headers.contains(name: "date"))
        #expect(channel.isActive)
    }

    @Test func `a body may come in parts, and requests one after another`() throws {
        for _ in 0..<3 {
            let reply = try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{\"Lim", "it\":", "", "1}"])

            #expect(reply.head.status == .ok)
        }
    }

    @Test func `a refusal is answered as one`() throws {
        let reply = try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{"])

        #expect(reply.head.status == .badRequest)
        #expect(reply.body == #"{"__type":"com.amazon.coral.service#SerializationException"}"#)
        #expect(channel.isActive)
    }

    @Test(
        arguments: [
            (.GET, "/", 200, "healthy: localhost:8000 "), (.GET, "/healthz", 200, "ok\n"),
            (.GET, "/readyz", 200, "ok\n"),
            (.PUT, "/", 404, "<UnknownOperationException/>\n"), (.OPTIONS, "/", 404, "<UnknownOperationException/>\n"),
            (.POST, "/", 404, "<UnknownOperationException/>\n"), (.GET, "/other", 404, ""), (.POST, "/other", 404, ""),
        ] as [(HTTPMethod, String, Int, String)]
    )
    func `what is no call has an answer of its own`(method: HTTPMethod, uri: String, status: Int, body: String) throws {
        let reply = try exchange(method, uri, ["host": "localhost:8000"])

        #expect(reply.head.status.code == status)
        #expect(reply.body == body)
        #expect(reply.head.headers.first(name: "x-amz-crc32") == String(Checksum.crc32(of: Array(body.utf8))))
    }

    @Test func `a preflight is told what is allowed`() throws {
        let headers: HTTPHeaders = [
            "origin": "http://localhost", "access-control-request-headers": "x-amz-target",
            "access-control-request-method": "POST",
        ]

        let reply = try exchange(.OPTIONS, "/", headers)

        #expect(reply.head.status == .ok)
        #expect(reply.head.headers.first(name: "access-control-allow-origin") == "*")
        #expect(reply.head.headers.first(name: "access-control-allow-headers") == "x-amz-target")
        #expect(reply.head.headers.first(name: "access-control-allow-methods") == "POST")
        #expect(reply.head.headers.first(name: "access-control-max-age") == "172800")
    }

    @Test func `a body that is announced too large is refused before it comes`() throws {
        try channel.writeInbound(head(.POST, "/", ["content-length": "\(Limits.requestBytes + 1)"]))

        let reply = try reply()
        #expect(reply.head.status == .payloadTooLarge)
        #expect(reply.head.headers.contains(name: "x-amzn-RequestId"))
        // What is still to come is taken in: a connection closed with bytes unread would lose the answer.
        try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: "x")))
        #expect(channel.isActive)
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        #expect(!channel.isActive)
    }

    @Test func `a request behind a refused one is not run`() throws {
        try channel.writeInbound(head(.POST, "/", ["content-length": "\(Limits.requestBytes + 1)"]))
        #expect(try reply().head.status == .payloadTooLarge)

        try channel.writeInbound(head(.GET, "/healthz", [:]))

        #expect(try channel.readOutbound(as: HTTPServerResponsePart.self) == nil)
    }

    @Test func `the answer to a HEAD has no body`() throws {
        #expect(try exchange(.HEAD, "/", [:]).bytes.isEmpty)
    }

    @Test func `a body that grows too large is refused while it comes`() throws {
        let part = ByteBuffer(repeating: UInt8(ascii: "x"), count: Limits.requestBytes / 2)
        try channel.writeInbound(head(.POST, "/", [:]))
        try channel.writeInbound(HTTPServerRequestPart.body(part))
        try channel.writeInbound(HTTPServerRequestPart.body(part))
        #expect(try channel.readOutbound(as: HTTPServerResponsePart.self) == nil)

        try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: "x")))

        #expect(try reply().head.status == .payloadTooLarge)
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        #expect(!channel.isActive)
    }

    @Test(arguments: [16_000, 17_000])
    func `headers and URLs of more than 16 KB are refused`(length: Int) throws {
        let long = String(repeating: "x", count: length)

        let byHeaders = try exchange(.GET, "/", ["x-long": long])
        guard length > Limits.headerBytes else {
            #expect(byHeaders.head.status == .ok)
            #expect(try exchange(.GET, "/\(long)", [:]).head.status == .notFound)
            return
        }

        #expect(byHeaders.head.status == .badRequest)
        #expect(!channel.isActive)
    }

    @Test func `a client that waits for leave to send gets it`() throws {
        try channel.writeInbound(head(.POST, "/", ["expect": "100-continue", "content-length": "2"]))

        let part = try channel.readOutbound(as: HTTPServerResponsePart.self)

        guard case .head(let head) = part else {
            Issue.record("\(String(describing: part)) is no head")
            return
        }
        #expect(head.status == .continue)
    }

    @Test func `a client that wants the connection closed has it closed`() throws {
        let reply = try exchange(.GET, "/healthz", ["connection": "close"])

        #expect(reply.head.headers.first(name: "connection") == "close")
        #expect(!channel.isActive)
    }

    @Test(arguments: [(10, false), (5_000, true)])
    func `a large answer is compressed for a client that accepts it`(length: Int, isCompressed: Bool) throws {
        var headers = SampleCall.headers("ListTables")
        headers.add(name: "accept-encoding", value: "gzip")
        // A name that is refused comes back in the message.
        let name = String(repeating: "!", count: length)

        let reply = try exchange(.POST, "/", headers, ["{\"ExclusiveStartTableName\":\"\(name)\"}"])

        #expect(reply.head.headers.contains(name: "content-encoding") == isCompressed)
        #expect(reply.head.headers.first(name: "x-amz-crc32") == String(Checksum.crc32(of: reply.bytes)))
        let body =
            isCompressed
            ? try reply.bytes.withUnsafeBytes { try Inflater.inflate($0, as: .gzip, limit: 1_000_000) } : reply.bytes
        #expect(String(decoding: body, as: UTF8.self).contains(name))
    }

    @Test(arguments: [("gzip", Coding.gzip), ("deflate", .deflate)] as [(String, Coding)])
    func `a compressed body is inflated`(name: String, coding: Coding) throws {
        var headers = SampleCall.headers("ListTables")
        headers.add(name: "content-encoding", value: name)
        let body = Deflater.deflate(Array("{\"Limit\":0}".utf8), as: coding)

        let reply = try exchange(.POST, "/", headers, sending: [ByteBuffer(bytes: body)])

        #expect(reply.body.contains("Value '0' at 'limit'"))
    }

    @Test(arguments: ["gzip", "deflate", "br"])
    func `a body that cannot be inflated is an internal error`(name: String) throws {
        var headers = SampleCall.headers("ListTables")
        headers.add(name: "content-encoding", value: name)

        let reply = try exchange(.POST, "/", headers, ["{}"])

        #expect(reply.head.status == .internalServerError)
        #expect(reply.body.contains("InternalServerError"))
    }

    // MARK: Playing

    private struct Reply {
        let head: HTTPResponseHead
        let bytes: [UInt8]

        var body: String { String(decoding: bytes, as: UTF8.self) }
    }

    private func exchange(
        _ method: HTTPMethod,
        _ uri: String,
        _ headers: HTTPHeaders,
        _ parts: [String] = []
    ) throws -> Reply {
        try exchange(method, uri, headers, sending: parts.map { ByteBuffer(string: $0) })
    }

    private func exchange(
        _ method: HTTPMethod,
        _ uri: String,
        _ headers: HTTPHeaders,
        sending parts: [ByteBuffer]
    ) throws -> Reply {
        try channel.writeInbound(head(method, uri, headers))
        for part in parts { try channel.writeInbound(HTTPServerRequestPart.body(part)) }
        if channel.isActive { try channel.writeInbound(HTTPServerRequestPart.end(nil)) }
        return try reply()
    }

    private func head(_ method: HTTPMethod, _ uri: String, _ headers: HTTPHeaders) -> HTTPServerRequestPart {
        .head(HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers))
    }

    private func reply() throws -> Reply {
        channel.embeddedEventLoop.run()
        var head: HTTPResponseHead?
        var body = ByteBuffer()
        while let part = try channel.readOutbound(as: HTTPServerResponsePart.self) {
            switch part {
            case .head(let part): head = part
            case .body(.byteBuffer(var part)): body.writeBuffer(&part)
            case .body(.fileRegion), .end: break
            }
        }
        return Reply(head: try #require(head), bytes: Array(body.readableBytesView))
    }
}
