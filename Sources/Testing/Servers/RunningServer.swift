// A server at work in this process: its database, its listener, and the task that runs both.

import ApusDatabase
import ApusModel
import ApusServer
import ApusStorage
import ApusThroughput
import Logging
import ServiceLifecycle
import Synchronization

/// A server from its start to its stop, over a store in memory that nobody else has.
final class RunningServer: Sendable {
    let port: Int
    private let database: Database
    private let group: ServiceGroup
    private let serving: Task<Void, any Error>
    private let stopping = Mutex<Task<Void, Never>?>(nil)

    private init(port: Int, database: Database, group: ServiceGroup, serving: Task<Void, any Error>) {
        self.port = port
        self.database = database
        self.group = group
        self.serving = serving
    }

    /// Serves once this returns.
    static func start(_ options: TestServerOptions) async throws -> RunningServer {
        let logger = Logger(label: "apus.test") { _ in SwiftLogNoOpLogHandler() }
        let database = try Database(
            store: try RocksDBStore.inMemory(),
            settings: options.databaseSettings,
            clock: options.makeClock(),
            logger: logger
        )
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            configuration: ServerConfiguration(port: 0, defaultRegion: options.region),
            database: database,
            logger: logger,
            chance: SeededChance(seed: options.seed),
            faults: FaultEngine(seed: options.seed),
            onListening: { _, port in listening.yield(port) }
        )
        let group = ServiceGroup(services: [server], logger: logger)
        let serving = Task {
            defer { listening.finish() }
            try await group.run()
        }
        guard let port = await ports.first(where: { _ in true }) else {
            await group.triggerGracefulShutdown()
            let result = await serving.result
            try? database.close()
            try result.get()
            throw TestServerError("The server ended before it listened")
        }
        return RunningServer(port: port, database: database, group: group, serving: serving)
    }

    /// Finishes the requests under way and closes the store, once, however often it is called.
    func stop() async {
        let task = stopping.withLock { stopping in
            let task = stopping ?? Task { await self.end() }
            stopping = task
            return task
        }
        await task.value
    }

    private func end() async {
        await group.triggerGracefulShutdown()
        // Why it ended, and what the store says at its close, changes nothing: its tables are gone either way.
        _ = await serving.result
        try? database.close()
    }
}
