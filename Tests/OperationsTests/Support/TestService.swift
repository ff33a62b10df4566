// All operations in this process, over a store in memory: JSON in, JSON out.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire
import Logging

@testable import ApusOperations

/// A service that one test has to itself.
struct TestService {
    let database: Database
    private let dispatcher = Dispatcher()
    private let faults: FaultEngine?

    /// - Parameters:
    ///   - throughput: how throughput is admitted; by default without limit.
    init(
        transitionDelay: Duration = .zero,
        throughput: ThroughputRules = .unlimited,
        staleness: Duration = .zero,
        clock: any WallClock = SystemClock(),
        faults: FaultEngine? = nil,
        store: any Store = MemoryStore()
    ) throws {
        self.faults = faults
        database = try Database(
            store: store,
            settings: DatabaseSettings(
                transitionDelay: transitionDelay,
                throughput: throughput,
                staleness: staleness,
                account: "111122223333"
            ),
            clock: clock,
            logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    /// A service with the tables `Cats` (id) and `Visits` (id, at).
    static func withTables(transitionDelay: Duration = .zero) async throws -> TestService {
        // A clock that stands, or a slow machine would let the tables become ready.
        let service = try TestService(transitionDelay: transitionDelay, clock: ManualClock())
        try await service.call(
            .createTable,
            #"""
            {"TableName":"Cats","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}
            """#
        )
        try await service.call(
            .createTable,
            #"""
            {"TableName":"Visits","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},{"AttributeName":"at","AttributeType":"N"}],
             "KeySchema":[{"AttributeName":"id","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}]}
            """#
        )
        return service
    }

    /// The body of the answer.
    @discardableResult
    func call(_ operation: OperationName, _ body: String) async throws -> String {
        try await call(operation, Array(body.utf8))
    }

    /// The body of the answer.
    @discardableResult
    func call(_ operation: OperationName, _ body: [UInt8]) async throws -> String {
        let context = RequestContext(
            database: database,
            chance: SeededChance(seed: 1),
            region: "eu-north-1",
            account: "111122223333",
            host: "localhost:8000",
            executor: ImmediateExecutor.shared,
            faults: faults.map { RequestFaults(engine: $0, caller: "AKIDEXAMPLE") }
        )
        let answer = try await withCheckedThrowingContinuation { continuation in
            body.withUnsafeBytes { bytes in
                dispatcher.run(operation, body: bytes, in: context) { continuation.resume(with: $0.result) }
            }
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// Stores an item with an attribute of so many bytes besides its key.
    func put(_ key: String, in table: String = "Cats", bytes: Int) async throws {
        let text = String(repeating: "x", count: bytes)
        try await call(.putItem, "{\"TableName\":\"\(table)\",\"Item\":{\(key),\"text\":{\"S\":\"\(text)\"}}}")
    }
}
