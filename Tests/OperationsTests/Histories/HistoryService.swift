// All operations in this process, over a store of which the test can choose the kind.

import ApusDatabase
import ApusModel
import ApusOperations
import ApusStorage
import ApusWire
import Logging

/// A service that one history has to itself.
struct HistoryService {
    enum StoreKind {
        case memory, rocksDBInMemory
    }

    private let store: any Store
    private var database: Database
    private let dispatcher = Dispatcher()
    private let chance = SeededChance(seed: 1)

    init(on kind: StoreKind) throws {
        store =
            switch kind {
            case .memory: MemoryStore()
            case .rocksDBInMemory: try RocksDBStore.inMemory()
            }
        database = try Self.database(over: store)
    }

    /// Opens the database anew over what is stored.
    mutating func reopen() throws {
        database = try Self.database(over: store)
    }

    func close() throws {
        try database.close()
    }

    private static func database(over store: any Store) throws -> Database {
        try Database(
            store: store,
            settings: DatabaseSettings(throughput: .unlimited),
            logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    /// The answer to a request.
    func call(_ operation: OperationName, _ request: JSONTree) async throws -> JSONTree {
        let context = RequestContext(
            database: database,
            chance: chance,
            region: "eu-north-1",
            account: "111122223333",
            host: "localhost:8000",
            executor: ImmediateExecutor.shared
        )
        let body = request.bytes
        let answer = try await withCheckedThrowingContinuation { continuation in
            body.withUnsafeBytes { bytes in
                dispatcher.run(operation, body: bytes, in: context) { continuation.resume(with: $0.result) }
            }
        }
        return try JSONTree(parsing: answer)
    }
}
