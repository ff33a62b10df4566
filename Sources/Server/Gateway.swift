// The one door: tells requests apart, and turns bytes into answers.

import ApusCompression
import ApusDatabase
import ApusModel
import ApusOperations
import ApusSigning
import ApusStorage
import ApusThroughput
import ApusWire
import Dispatch
import Logging
import NIOCore
import NIOHTTP1

/// Answers requests, whatever connection they come over.
final class Gateway: Sendable {
    typealias Send = @Sendable (HTTPReply) -> Void

    private let database: Database
    private let chance: any Chance
    private let configuration: ServerConfiguration
    private let dispatcher = Dispatcher()
    private let faults: FaultEngine
    private let metrics = RequestMetrics()
    private let admin: AdminInterface
    private let date: HTTPDate
    private let logger: Logger
    /// What the admin interface tells may have to be read from disk.
    private let adminQueue = DispatchQueue(label: "apus.admin", qos: .utility)

    init(
        database: Database,
        configuration: ServerConfiguration,
        chance: any Chance,
        faults: FaultEngine = FaultEngine(seed: 0),
        logger: Logger
    ) {
        self.database = database
        self.configuration = configuration
        self.chance = chance
        self.faults = faults
        self.logger = logger
        admin = AdminInterface(
            database: database,
            faults: faults,
            metrics: metrics,
            key: configuration.adminKey,
            allowsScenarios: configuration.allowsFaultHeader
        )
        date = HTTPDate(clock: database.clock)
    }

    /// Answers a request: `send` is called once, on the executor's event loop.
    func handle(_ request: HTTPRequest, on executor: EventLoopExecutor, send: @escaping Send) {
        switch (request.method, request.path) {
        case (.POST, "/"): handleCall(request, on: executor, send: send)
        case (.GET, "/"): send(decorated(HTTPReply(status: .ok, text: "healthy: \(host(of: request)) "), for: request))
        case (.GET, "/healthz"), (.GET, "/readyz"): send(decorated(HTTPReply(status: .ok, text: "ok\n"), for: request))
        case (_, let path) where AdminInterface.serves(path): handleAdmin(request, on: executor, send: send)
        case (.OPTIONS, "/") where request.headers.contains(name: "origin"):
            send(decorated(preflight(request), for: request))
        // The answer to a HEAD has no body, or the client would take it for the next answer.
        case (.HEAD, _): send(decorated(HTTPReply(status: .notFound), for: request))
        case (_, "/"): send(decorated(Self.noOperation, for: request))
        default: send(decorated(HTTPReply(status: .notFound), for: request))
        }
    }

    private func handleAdmin(_ request: HTTPRequest, on executor: EventLoopExecutor, send: @escaping Send) {
        adminQueue.async { [self] in
            let reply = decorated(admin.reply(to: request), for: request)
            admin.whenDone(request) { executor.run([{ send(reply) }]) }
        }
    }

    /// The reply to a request that is refused before it has been received.
    func refusal(_ status: HTTPResponseStatus) -> HTTPReply {
        var reply = HTTPReply(status: status)
        addCommonHeaders(to: &reply)
        return reply
    }

    // MARK: Calls of the API

    private func handleCall(_ request: HTTPRequest, on executor: EventLoopExecutor, send: @escaping Send) {
        guard let contentType = APIContentType(request.headers) else {
            send(decorated(Self.noOperation, for: request))
            return
        }
        let headers = request.headers
        let form = ReplyForm(contentType: contentType, headers: headers)
        let start = DispatchTime.now()
        do throws(ServiceError) {
            let body = try decompressedBody(of: request)
            try withBytes(of: body) { bytes throws(ServiceError) in
                let call = try APICall(request, body: bytes)
                let context = RequestContext(
                    database: database,
                    chance: chance,
                    region: call.region,
                    account: configuration.account,
                    host: host(of: request),
                    executor: executor,
                    faults: requestFaults(call, headers)
                )
                dispatcher.run(call.operation, body: bytes, in: context) { [self] answer in
                    var reply = reply(to: call.operation, answer.result, in: form)
                    note(call.operation, answer, request, reply, since: start)
                    reply.fail(answer.fault)
                    send(reply)
                }
            }
        } catch {
            metrics.note(nil, error.code, nanoseconds: start.nanosecondsUntilNow)
            send(reply(with: error, in: form))
        }
    }

    private func note(
        _ operation: OperationName,
        _ answer: Dispatcher.Answer,
        _ request: HTTPRequest,
        _ reply: HTTPReply,
        since start: DispatchTime
    ) {
        metrics.note(operation, answer.result.refusal, nanoseconds: start.nanosecondsUntilNow)
        metrics.noteBytes(operation, received: request.body.readableBytes, sent: reply.body.count)
        if answer.unprocessedCount > 0 { metrics.noteUnprocessed(operation, count: answer.unprocessedCount) }
    }

    private func requestFaults(_ call: APICall, _ headers: HTTPHeaders) -> RequestFaults? {
        let scenario = configuration.allowsFaultHeader ? headers.first(name: "x-apus-fault") : nil
        guard scenario != nil || !faults.isEmpty else { return nil }
        return RequestFaults(engine: faults, caller: call.accessKeyID, scenario: scenario)
    }

    private func reply(to operation: OperationName, _ result: Result<[UInt8], any Error>, in form: ReplyForm)
        -> HTTPReply
    {
        switch result {
        case .success(let body): return reply(.ok, body, in: form)
        case .failure(let error as ServiceError): return reply(with: error, in: form)
        case .failure(let error):
            logger.error("a request failed", metadata: ["operation": "\(operation.rawValue)", "error": "\(error)"])
            return reply(with: ServiceError(failure: error), in: form)
        }
    }

    private func reply(with error: ServiceError, in form: ReplyForm) -> HTTPReply {
        reply(HTTPResponseStatus(statusCode: error.httpStatus), error.body(), in: form)
    }

    private func reply(_ status: HTTPResponseStatus, _ body: [UInt8], in form: ReplyForm) -> HTTPReply {
        var headers = HTTPHeaders()
        headers.reserveCapacity(12)
        headers.add(name: "Content-Type", value: form.contentType.text)
        var sent = body
        if let coding = form.coding(ofBytes: body.count) {
            sent = Deflater.deflate(body, as: coding)
            headers.add(name: "Content-Encoding", value: coding.rawValue)
        }
        if form.hasOrigin { headers.addOriginHeaders() }
        var reply = HTTPReply(status: status, headers: headers, body: sent)
        addCommonHeaders(to: &reply)
        return reply
    }

    // MARK: Bodies

    /// The body, inflated where it came compressed.
    private func decompressedBody(of request: HTTPRequest) throws(ServiceError) -> ByteBuffer {
        guard let name = request.headers.first(name: "content-encoding")?.lowercased(), name != "identity" else {
            return request.body
        }
        guard let coding = Coding(rawValue: name) else { throw .unreadableBody }
        do {
            let bytes = try request.body.withUnsafeReadableBytes {
                try Inflater.inflate($0, as: coding, limit: Limits.requestBytes)
            }
            return ByteBuffer(bytes: bytes)
        } catch {
            throw .unreadableBody
        }
    }

    private func withBytes(
        of body: ByteBuffer,
        _ work: (UnsafeRawBufferPointer) throws(ServiceError) -> Void
    ) throws(ServiceError) {
        let result = body.withUnsafeReadableBytes { bytes -> Result<Void, ServiceError> in
            do throws(ServiceError) { return .success(try work(bytes)) } catch { return .failure(error) }
        }
        try result.get()
    }

    // MARK: Everything else

    private func host(of request: HTTPRequest) -> String {
        request.headers.first(name: "host") ?? "dynamodb.\(configuration.defaultRegion).amazonaws.com"
    }

    /// What the service answers to whatever is no call of its API.
    private static let noOperation = HTTPReply(status: .notFound, body: Array("<UnknownOperationException/>\n".utf8))

    private func preflight(_ request: HTTPRequest) -> HTTPReply {
        var reply = HTTPReply(status: .ok, headers: ["Access-Control-Max-Age": "172800"])
        for (asked, allowed) in [
            ("access-control-request-headers", "Access-Control-Allow-Headers"),
            ("access-control-request-method", "Access-Control-Allow-Methods"),
        ] {
            if let value = request.headers.first(name: asked) { reply.headers.add(name: allowed, value: value) }
        }
        return reply
    }

    private func decorated(_ reply: HTTPReply, for request: HTTPRequest) -> HTTPReply {
        var reply = reply
        if request.headers.contains(name: "origin") { reply.headers.addOriginHeaders() }
        addCommonHeaders(to: &reply)
        return reply
    }

    /// Adds what every reply bears.
    private func addCommonHeaders(to reply: inout HTTPReply) {
        reply.headers.add(name: "x-amzn-RequestId", value: RequestID.make(by: chance))
        reply.headers.add(name: "x-amz-crc32", value: String(Checksum.crc32(of: reply.body)))
        reply.headers.add(name: "Date", value: date.text)
        reply.headers.add(name: "Server", value: "apus")
    }
}

extension Result {
    /// Why the request was refused; nil where it was not.
    fileprivate var refusal: ServiceError.Code? {
        guard case .failure(let error) = self else { return nil }
        return (error as? ServiceError)?.code ?? .internalServerError
    }
}

extension HTTPReply {
    /// Lets the reply go wrong as a fault rule wants it.
    fileprivate mutating func fail(_ fault: FaultyReply?) {
        self.fault = fault
        guard fault == .wrongChecksum else { return }
        headers.replaceOrAdd(name: "x-amz-crc32", value: String(Checksum.crc32(of: body) ^ 1))
    }
}

extension DispatchTime {
    fileprivate var nanosecondsUntilNow: UInt64 { DispatchTime.now().uptimeNanoseconds - uptimeNanoseconds }
}

extension ServiceError {
    fileprivate static let unreadableBody = ServiceError(
        .internalServerError,
        "The request body could not be decompressed"
    )

    /// What a client is told of a failure that is not its own: no more than that.
    fileprivate init(failure: any Error) {
        switch failure as? StorageError {
        // Neither lasts: the client may try again.
        case .overloaded, .closed:
            self.init(.serviceUnavailable, "Service is temporarily unavailable")
            return
        default: break
        }
        self.init(.internalServerError, "The request processing has failed because of an unknown error")
    }
}
