// The handler at the end of the echo's pipeline.

import NIOCore
import NIOHTTP1

/// Answers each request, once it is read to its end, with the same headers and body.
final class EchoHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let head: HTTPResponseHead
    private let body: ByteBuffer
    private var keepsAlive = true

    init(body: ByteBuffer) {
        let headers: HTTPHeaders = [
            "Content-Type": "application/x-amz-json-1.0",
            "Content-Length": "\(body.readableBytes)",
        ]
        self.head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        self.body = body
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request): keepsAlive = request.isKeepAlive
        case .body: break
        case .end: answer(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if !keepsAlive { context.close(promise: nil) }
    }
}
