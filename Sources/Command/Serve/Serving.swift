// The life of a server process, from the opening of the store to its closing.

import ApusDatabase
import ApusServer
import ApusStorage
import Foundation
import Logging
import ServiceLifecycle

/// Opens the data, serves until SIGTERM or SIGINT, finishes the requests under way, and closes the data.
struct Serving {
    let settings: ServeSettings

    func run() async throws {
        let logger = makeLogger()
        let database = try Database(
            store: try openStore(),
            settings: DatabaseSettings(
                transitionDelay: settings.transitionDelay,
                itemCollectionBytes: settings.itemCollectionBytes
            ),
            logger: logger
        )
        do {
            try await serve(database, logger: logger)
        } catch {
            try? database.close()
            throw error
        }
        try database.close()
    }

    private func serve(_ database: Database, logger: Logger) async throws {
        let server = Server(
            configuration: ServerConfiguration(
                host: settings.host,
                port: settings.port,
                defaultRegion: settings.region
            ),
            database: database,
            logger: logger,
            onListening: { host, port in StandardOutput.write(readyLine(host: host, port: port)) }
        )
        let group = ServiceGroup(
            services: [server],
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
