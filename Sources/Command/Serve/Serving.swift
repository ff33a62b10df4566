// The life of a server process, from the opening of the store to its closing.

import ApusDatabase
import ApusModel
import ApusServer
import ApusStorage
import ApusThroughput
import Foundation
import Logging
import ServiceLifecycle

/// Opens the data, serves until SIGTERM or SIGINT, finishes the requests under way, and closes the data.
struct Serving {
    let settings: ServeSettings

    func run() async throws {
        let logger = makeLogger()
        let clock = settings.clock.makeClock()
        let faults = try makeFaults(at: clock.now)
        let database = try Database(
            store: try openStore(),
            settings: DatabaseSettings(
                transitionDelay: settings.transitionDelay,
                itemCollectionBytes: settings.itemCollectionBytes,
                throughput: settings.throughput,
                staleness: settings.staleness,
                expiryDelay: settings.expiryDelay,
                expiryPace: settings.expiryPace,
                transactionWindow: settings.transactionWindow
            ),
            clock: clock,
            logger: logger
        )
        do {
            database.keepStates(for: faults, anyScenario: settings.allowsFaultHeader)
            try await serve(database, faults, logger: logger)
        } catch {
            try? database.close()
            throw error
        }
        try database.close()
    }

    /// The faults that the settings ask for, beside the scenarios that are always there.
    private func makeFaults(at now: Timestamp) throws -> FaultEngine {
        guard let path = settings.faults else { return FaultEngine(seed: 0) }
        let plan = try FaultFile(path: path).plan()
        let faults = FaultEngine(seed: plan.seed ?? 0)
        try faults.replaceAll(with: plan, at: now)
        return faults
    }

    private func serve(_ database: Database, _ faults: FaultEngine, logger: Logger) async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            configuration: ServerConfiguration(
                host: settings.host,
                port: settings.port,
                defaultRegion: settings.region,
                adminKey: settings.adminKey,
                allowsFaultHeader: settings.allowsFaultHeader
            ),
            database: database,
            logger: logger,
            faults: faults,
            onListening: { host, port in
                StandardOutput.write(readyLine(host: host, port: port))
                listening.yield(port)
            }
        )
        // Those that come last are stopped first: the triggers end while the server still answers them.
        var services: [any Service] = [server]
        if !settings.triggers.targets.isEmpty {
            services.append(Triggers(settings: settings, ports: ports, logger: logger))
        }
        let group = ServiceGroup(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        try await group.run()
    }

    private func makeLogger() -> Logger {
        var logger = Logger(label: "apus") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = settings.logLevel
        return logger
    }

    private func openStore() throws(StorageError) -> RocksDBStore {
        switch settings.place {
        case .memory:
            try RocksDBStore.inMemory(cacheBytes: settings.cacheBytes)
        case .directory(let path):
            try RocksDBStore(
                directory: path,
                options: StoreOptions(syncMode: settings.syncMode, cacheBytes: settings.cacheBytes)
            )
        }
    }

    private func readyLine(host: String, port: Int) -> String {
        let shownHost = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let place =
            switch settings.place {
            case .memory: "data in memory only"
            case .directory(let path): "data in \(absolute(path)) (sync \(settings.syncMode))"
            }
        return "apus is ready at http://\(shownHost):\(port), \(place)"
    }

    private func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
