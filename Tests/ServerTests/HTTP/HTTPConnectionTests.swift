// One connection, played by hand: what comes in, and what goes out.

import ApusCompression
import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import ApusServer

struct HTTPConnectionTests {
    private let channel: EmbeddedChannel
    private let faults = FaultEngine(seed: 1)

    init() throws {
        channel = try Self.channel(faults: faults)
    }

    private static func channel(
        faults: FaultEngine,
        configuration: ServerConfiguration = ServerConfiguration()
    ) throws -> EmbeddedChannel {
        let logger = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        let gateway = Gateway(
            database: try Database(store: MemoryStore(), logger: logger),
            configuration: configuration,
            chance: SeededChance(seed: 1),
            faults: faults,
            logger: logger
        )
        let loop = EmbeddedEventLoop()
        let connection = HTTPConnection(gateway: gateway, executor: EventLoopExecutor(loop))
        let channel = EmbeddedChannel(handler: connection, loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 8000)).wait()
        return channel
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

    // MARK: Faults

    @Test(arguments: [FaultPhase.before, .after])
    func `a dropped answer closes the connection, and nothing is sent`(phase: FaultPhase) throws {
        try meetFault(.drop(phase))
        try send(.POST, "/", SampleCall.headers("ListTables"), [ByteBuffer(string: "{}")])

        #expect(try channel.readOutbound(as: HTTPServerResponsePart.self) == nil)
        #expect(!channel.isActive)
    }

    @Test(arguments: [("ListTables", "{}", 200), ("DescribeTable", #"{"TableName":"None"}"#, 400)])
    func `half an answer is sent with the length of all, and the connection closed`(
        operation: String,
        body: String,
        status: Int
    ) throws {
        let whole = try exchange(.POST, "/", SampleCall.headers(operation), [body])
        #expect(whole.head.status.code == status && channel.isActive)
        try meetFault(.halfReply)

        let reply = try exchange(.POST, "/", SampleCall.headers(operation), [body])

        #expect(reply.head.status == whole.head.status)
        #expect(reply.bytes == Array(whole.bytes.prefix(whole.bytes.count / 2)))
        #expect(reply.head.headers.first(name: "content-length") == "\(whole.bytes.count)")
        #expect(
            reply.head.headers.first(name: "x-amz-crc32") == whole.head.headers.first(name: "x-amz-crc32")
        )
        #expect(!reply.isEnded)
        #expect(!channel.isActive)
    }

    @Test func `half an answer is no more on the wire than that`() throws {
        try channel.pipeline.syncOperations.addHandler(HTTPResponseEncoder(), position: .first)
        try meetFault(.halfReply)
        try send(.POST, "/", SampleCall.headers("ListTables"), [ByteBuffer(string: "{}")])

        var bytes = ByteBuffer()
        while var part = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeBuffer(&part) }

        let text = String(decoding: bytes.readableBytesView, as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.contains("\r\nContent-Length: 17\r\n"))
        #expect(text.hasSuffix("\r\n\r\n{\"TableN"))
        #expect(!channel.isActive)
    }

    @Test func `a request behind a broken answer is not answered`() throws {
        try meetFault(.halfReply, trigger: FaultTrigger(next: 1))
        #expect(try !exchange(.POST, "/", SampleCall.headers("ListTables"), ["{}"]).isEnded)

        try channel.writeInbound(head(.GET, "/healthz", [:]))
        try channel.writeInbound(HTTPServerRequestPart.end(nil))

        #expect(try channel.readOutbound(as: HTTPServerResponsePart.self) == nil)
    }

    @Test func `a wrong checksum is that of no other body, and the connection goes on`() throws {
        try meetFault(.wrongChecksum, trigger: FaultTrigger(next: 1))

        let wrong = try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{}"])
        let right = try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{}"])

        #expect(wrong.bytes == right.bytes && wrong.isEnded && channel.isActive)
        let checksums = wrong.head.headers["x-amz-crc32"]
        #expect(checksums.count == 1 && UInt32(checksums[0]) != nil)
        #expect(checksums != right.head.headers["x-amz-crc32"])
        #expect(right.head.headers["x-amz-crc32"] == [String(Checksum.crc32(of: right.bytes))])
    }

    @Test func `a compressed answer may be broken too`() throws {
        var headers = SampleCall.headers("GetItem")
        headers.add(name: "accept-encoding", value: "gzip")
        // All names that are not used come back in the message.
        let names = (10..<40).map { "\"#n\($0)\(String(repeating: "x", count: 200))\":\"a\"" }.joined(separator: ",")
        let body =
            #"{"TableName":"Cats","Key":{"id":{"S":"a"}},"ProjectionExpression":"a","#
            + "\"ExpressionAttributeNames\":{\(names)}}"
        let whole = try exchange(.POST, "/", headers, [body])
        try meetFault(.halfReply)

        let reply = try exchange(.POST, "/", headers, [body])

        #expect(reply.head.headers.first(name: "content-encoding") == "gzip")
        #expect(reply.bytes == Array(whole.bytes.prefix(whole.bytes.count / 2)))
    }

    @Test func `only calls meet faults, and only of the caller that a rule names`() throws {
        try meetFault(.halfReply, match: FaultMatch(caller: "AKIDOTHER"))
        #expect(try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{}"]).isEnded)
        try meetFault(.drop(.before), match: FaultMatch(caller: "AKIDEXAMPLE"))
        #expect(try exchange(.GET, "/healthz", [:]).body == "ok\n")

        try send(.POST, "/", SampleCall.headers("ListTables"), [ByteBuffer(string: "{}")])

        #expect(!channel.isActive)
    }

    @Test(arguments: [true, false])
    func `a request may ask for a scenario in a header, where that is allowed`(isAllowed: Bool) throws {
        let rule = try FaultRule(name: "half", effect: .halfReply)
        try faults.define([FaultScenario(name: "mine", summary: "Mine.", rules: [rule])])
        var headers = SampleCall.headers("ListTables")
        headers.add(name: "x-apus-fault", value: "mine")
        var unknown = SampleCall.headers("ListTables")
        unknown.add(name: "x-apus-fault", value: "none")
        let channel = try Self.channel(
            faults: faults,
            configuration: ServerConfiguration(allowsFaultHeader: isAllowed)
        )

        let plain = try exchange(.POST, "/", SampleCall.headers("ListTables"), ["{}"], over: channel)
        let refused = try exchange(.POST, "/", unknown, ["{}"], over: channel)
        let asked = try exchange(.POST, "/", headers, ["{}"], over: channel)

        #expect(plain.head.status == .ok && plain.isEnded)
        #expect(refused.body.contains("There is no fault scenario") == isAllowed)
        #expect(asked.isEnded == !isAllowed)
    }

    private func meetFault(
        _ effect: FaultEffect,
        match: FaultMatch = FaultMatch(),
        trigger: FaultTrigger = FaultTrigger()
    ) throws {
        let rule = try FaultRule(name: "only", match: match, trigger: trigger, effect: effect)
        try faults.add([rule], at: SystemClock().now)
    }

    // MARK: Playing

    private struct Reply {
        let head: HTTPResponseHead
        let bytes: [UInt8]
        /// Whether the reply has come to its end.
        let isEnded: Bool

        var body: String { String(decoding: bytes, as: UTF8.self) }
    }

    private func exchange(
        _ method: HTTPMethod,
        _ uri: String,
        _ headers: HTTPHeaders,
        _ parts: [String] = [],
        over channel: EmbeddedChannel? = nil
    ) throws -> Reply {
        try exchange(method, uri, headers, sending: parts.map { ByteBuffer(string: $0) }, over: channel)
    }

    private func exchange(
        _ method: HTTPMethod,
        _ uri: String,
        _ headers: HTTPHeaders,
        sending parts: [ByteBuffer],
        over channel: EmbeddedChannel? = nil
    ) throws -> Reply {
        try send(method, uri, headers, parts, over: channel)
        return try reply(over: channel)
    }

    private func send(
        _ method: HTTPMethod,
        _ uri: String,
        _ headers: HTTPHeaders,
        _ parts: [ByteBuffer],
        over other: EmbeddedChannel? = nil
    ) throws {
        let channel = other ?? channel
        try channel.writeInbound(head(method, uri, headers))
        for part in parts { try channel.writeInbound(HTTPServerRequestPart.body(part)) }
        if channel.isActive { try channel.writeInbound(HTTPServerRequestPart.end(nil)) }
        channel.embeddedEventLoop.run()
    }

    private func head(_ method: HTTPMethod, _ uri: String, _ headers: HTTPHeaders) -> HTTPServerRequestPart {
        .head(HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers))
    }

    private func reply(over other: EmbeddedChannel? = nil) throws -> Reply {
        let channel = other ?? channel
        channel.embeddedEventLoop.run()
        var head: HTTPResponseHead?
        var body = ByteBuffer()
        var isEnded = false
        while let part = try channel.readOutbound(as: HTTPServerResponsePart.self) {
            switch part {
            case .head(let part): head = part
            case .body(.byteBuffer(var part)): body.writeBuffer(&part)
            case .body(.fileRegion): break
            case .end: isEnded = true
            }
        }
        return Reply(head: try #require(head), bytes: Array(body.readableBytesView), isEnded: isEnded)
    }
}
