// The server: listens, and serves connections until it is told to stop.

import ApusDatabase
import ApusModel
import ApusThroughput
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOExtras
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// Serves a database over HTTP.
package final class Server: Service {
    /// How long requests under way may take to finish once the server is told to stop.
    private static let shutdownLimit = TimeAmount.seconds(30)
    private static let backlog: Int32 = 1_024

    private let configuration: ServerConfiguration
    private let gateway: Gateway
    private let logger: Logger
    private let onListening: @Sendable (_ host: String, _ port: Int) -> Void

    /// - Parameter onListening: told the address once connections are accepted.
    package init(
        configuration: ServerConfiguration,
        database: Database,
        logger: Logger,
        chance: any Chance = SeededChance(),
        faults: FaultEngine = FaultEngine(seed: 0),
        onListening: @escaping @Sendable (_ host: String, _ port: Int) -> Void = { _, _ in }
    ) {
        self.configuration = configuration
        self.logger = logger
        self.onListening = onListening
        gateway = Gateway(
            database: database,
            configuration: configuration,
            chance: chance,
            faults: faults,
            logger: logger
        )
    }

    /// Serves until a graceful shutdown, which lets requests under way finish.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let channel = try await listen(on: group, quiescing: quiescing)
        onListening(configuration.host, channel.localAddress?.port ?? configuration.port)
        let stopped = group.any().makePromise(of: Void.self)
        let limit = NIOLockedValueBox<Scheduled<Void>?>(nil)
        defer { limit.withLockedValue { $0?.cancel() } }
        try await withGracefulShutdownHandler {
            try await stopped.futureResult.get()
        } onGracefulShutdown: { [logger] in
            logger.info("stopping: requests under way are finished")
            quiescing.initiateShutdown(promise: stopped)
            let task = group.any().scheduleTask(in: Self.shutdownLimit) {
                logger.warning("some requests did not finish in time")
                stopped.succeed()
            }
            limit.withLockedValue { $0 = task }
        }
    }

    private func listen(
        on group: any EventLoopGroup,
        quiescing: ServerQuiescingHelper
    ) async throws -> any Channel {
        do {
            return try await bootstrap(on: group, quiescing: quiescing)
                .bind(host: configuration.host, port: configuration.port).get()
        } catch {
            throw ListenFailure(host: configuration.host, port: configuration.port, reason: "\(error)")
        }
    }

    private func bootstrap(on group: any EventLoopGroup, quiescing: ServerQuiescingHelper) -> ServerBootstrap {
        let gateway = gateway
        let executors = EventLoopExecutors(of: group)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: Self.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        quiescing.makeServerChannelHandler(channel: channel)
                    )
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                        withPipeliningAssistance: true,
                        withErrorHandling: true
                    )
                    try channel.pipeline.syncOperations.addHandler(
                        HTTPConnection(gateway: gateway, executor: executors[channel.eventLoop])
                    )
                }
            }
    }
}
