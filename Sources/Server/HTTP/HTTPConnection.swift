// One connection: gathers each request, hands it to the gateway, and sends the reply.

import ApusModel
import NIOCore
import NIOHTTP1

/// The last handler of a connection's pipeline. The handlers before it let one request through at a time.
final class HTTPConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case idle
        case receiving(HTTPRequestHead, ByteBuffer)
        /// The request waits until the client has taken earlier answers, or others have had their turn.
        case waiting(HTTPRequest, keepsAlive: Bool)
        case answering(keepsAlive: Bool)
        /// The rest of a request that was refused early is of no interest.
        case refused
    }

    /// How long a client may take to send a request once its head is there.
    private static let receiveTimeout = TimeAmount.seconds(60)
    /// How long a connection may lie idle, or take to send a head.
    private static let idleTimeout = TimeAmount.minutes(5)
    /// How long the rest of a refused request is taken in, so that the client gets to read why.
    private static let refusalTimeout = TimeAmount.seconds(10)

    private let gateway: Gateway
    private let executor: EventLoopExecutor
    private var state = State.idle
    private var timeout: Scheduled<Void>?
    /// Whether the client is on this machine.
    private var isLocal = false
    private var deadline = NIODeadline.distantFuture
    /// Whether the event loop is busy with this connection, and has answered one of its requests meanwhile.
    private var isInTurn = false
    private var hasAnsweredInTurn = false

    init(gateway: Gateway, executor: EventLoopExecutor) {
        self.gateway = gateway
        self.executor = executor
    }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        isLocal = context.remoteAddress?.isLoopback ?? false
        deadline = .now() + Self.idleTimeout
        watchDeadline(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timeout?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isInTurn = true
        switch (unwrapInboundIn(data), state) {
        case (.end, .refused): context.close(promise: nil)
        case (_, .refused): break
        case (.head(let head), _): receive(head, context)
        case (.body(let part), .receiving(let head, var body)):
            // Set free first, so that the buffer is not copied.
            state = .idle
            body.writeImmutableBuffer(part)
            guard body.readableBytes <= Limits.requestBytes else {
                refuse(.payloadTooLarge, context)
                return
            }
            state = .receiving(head, body)
        case (.end, .receiving(let head, let body)):
            let request = HTTPRequest(
                method: head.method,
                uri: head.uri,
                headers: head.headers,
                body: body,
                isLocal: isLocal
            )
            receive(request, keepsAlive: head.isKeepAlive, context)
        case (.body, _), (.end, _): break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        endTurn()
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { takeTurnLater(context) }
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A broken connection, or bytes that are no HTTP: the handler before this one has answered 400.
        context.close(promise: nil)
    }

    // MARK: Requests

    private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let headerBytes = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        guard headerBytes <= Limits.headerBytes, head.uri.utf8.count <= Limits.headerBytes else {
            refuse(.badRequest, context)
            return
        }
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard length <= Limits.requestBytes else {
            refuse(.payloadTooLarge, context)
            return
        }
        if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .continue))),
                promise: nil
            )
        }
        deadline = .now() + Self.receiveTimeout
        // What a client says of the length is not believed before it has sent as much.
        state = .receiving(head, context.channel.allocator.buffer(capacity: min(length, 65_536)))
    }

    /// Handles a request at once, unless its client sends many without reading the answers, or without a pause: then
    /// its answers would pile up, and other connections of the event loop would starve.
    private func receive(_ request: HTTPRequest, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        deadline = .distantFuture
        guard hasAnsweredInTurn || !context.channel.isWritable else {
            handle(request, keepsAlive: keepsAlive, context)
            return
        }
        state = .waiting(request, keepsAlive: keepsAlive)
        if context.channel.isWritable {
            takeTurnLater(context)
        } else {
            deadline = .now() + Self.receiveTimeout
        }
    }

    private func takeTurnLater(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.execute {
            let (handler, context) = bound.value
            guard case .waiting(let request, let keepsAlive) = handler.state, context.channel.isWritable else { return }
            handler.deadline = .distantFuture
            handler.isInTurn = true
            handler.handle(request, keepsAlive: keepsAlive, context)
            handler.endTurn()
        }
    }

    private func endTurn() {
        isInTurn = false
        hasAnsweredInTurn = false
    }

    private func handle(_ request: HTTPRequest, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        state = .answering(keepsAlive: keepsAlive)
        let connection = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        gateway.handle(request, on: executor) { reply in
            let (handler, context) = connection.value
            handler.send(reply, context)
        }
    }

    /// Answers a request that is not even received. What it still sends is taken in and dropped before the connection
    /// is closed: a connection closed with bytes unread is reset, and the client would never see the answer.
    private func refuse(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
        state = .refused
        deadline = .distantFuture
        write(gateway.refusal(status), keepsAlive: false, context)
        context.flush()
        closeLater(context)
    }

    private func closeLater(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.refusalTimeout) { bound.value.close(promise: nil) }
    }

    // MARK: Replies

    private func send(_ reply: HTTPReply, _ context: ChannelHandlerContext) {
        guard case .answering(let keepsAlive) = state, context.channel.isActive else { return }
        state = .idle
        guard !reply.isCutShort else {
            deadline = .now() + Self.refusalTimeout
            cutShort(reply, context)
            return
        }
        // The next request may arrive while this answer is being written.
        hasAnsweredInTurn = true
        deadline = .now() + Self.idleTimeout
        let sent = write(reply, keepsAlive: keepsAlive, context)
        context.flush()
        if !isInTurn { hasAnsweredInTurn = false }
        guard !keepsAlive else { return }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        sent?.whenComplete { _ in bound.value.close(promise: nil) }
    }

    /// Writes a reply; answers when it has been sent, for one that is the last of its connection.
    @discardableResult
    private func write(
        _ reply: HTTPReply,
        keepsAlive: Bool,
        _ context: ChannelHandlerContext
    ) -> EventLoopFuture<Void>? {
        context.write(wrapOutboundOut(.head(head(of: reply, keepsAlive: keepsAlive))), promise: nil)
        if !reply.body.isEmpty {
            let body = context.channel.allocator.buffer(bytes: reply.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        let sent = keepsAlive ? nil : context.eventLoop.makePromise(of: Void.self)
        context.write(wrapOutboundOut(.end(nil)), promise: sent)
        return sent?.futureResult
    }

    /// Ends the connection where a fault rule wants it: without a reply, or in the middle of it.
    private func cutShort(_ reply: HTTPReply, _ context: ChannelHandlerContext) {
        guard reply.fault == .half else {
            context.close(promise: nil)
            return
        }
        context.write(wrapOutboundOut(.head(head(of: reply, keepsAlive: true))), promise: nil)
        let body = context.channel.allocator.buffer(bytes: reply.body.prefix(reply.body.count / 2))
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(body)))).whenComplete { _ in
            bound.value.close(promise: nil)
        }
    }

    private func head(of reply: HTTPReply, keepsAlive: Bool) -> HTTPResponseHead {
        var head = HTTPResponseHead(version: .http1_1, status: reply.status, headers: reply.headers)
        head.headers.add(name: "Content-Length", value: String(reply.body.count))
        head.headers.add(name: "Connection", value: keepsAlive ? "keep-alive" : "close")
        return head
    }

    // MARK: Time-outs

    /// Closes the connection once its deadline has passed. One timer serves the connection's whole life.
    private func watchDeadline(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timeout = context.eventLoop.scheduleTask(in: Self.receiveTimeout) {
            let (handler, context) = bound.value
            if handler.deadline <= .now() {
                context.close(promise: nil)
            } else {
                handler.watchDeadline(context)
            }
        }
    }
}

extension HTTPReply {
    /// Whether the connection ends before the reply does.
    fileprivate var isCutShort: Bool {
        switch fault {
        case .dropped, .half: true
        case .wrongChecksum, nil: false
        }
    }
}

extension SocketAddress {
    fileprivate var isLoopback: Bool {
        ipAddress.map { Loopback.contains($0) } ?? false
    }
}
