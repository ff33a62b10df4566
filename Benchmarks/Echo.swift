// The yardstick of single requests: an HTTP server that does nothing but answer.

import ArgumentParser
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves HTTP/1 on the loopback address, with one event loop for each core, and answers every request alike.
struct Echo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answer every HTTP request with a body of a given size.",
        discussion: "Prints the port as one line of JSON and serves until it is killed."
    )

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @Option(help: "How many bytes each answer's body has.")
    var bytes = 1_200

    @Option(help: "How many event loops serve.")
    var loops = System.coreCount

    func run() throws {
        let body = ByteBuffer(repeating: UInt8(ascii: "a"), count: bytes)
        let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: loops))
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(EchoHandler(body: body))
                }
            }
            .bind(host: "127.0.0.1", port: port)
            .wait()
        Report([("port", .count(channel.localAddress?.port ?? 0))]).print()
        try channel.closeFuture.wait()
    }
}
