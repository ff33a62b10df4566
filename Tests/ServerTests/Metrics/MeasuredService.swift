// What a page of metrics is about, for the time of a test.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput
import Logging

@testable import ApusServer

/// A database in memory, with the counts and the faults of its requests.
struct MeasuredService {
    let requests = RequestMetrics()
    let faults = FaultEngine(seed: 1)
    let clock = ManualClock()
    let database: Database

    init() throws {
        database = try Database(
            store: MemoryStore(),
            clock: clock,
            logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    func page(_ limits: MetricsLimits = MetricsLimits()) throws -> Exposition {
        let page = MetricsPage(requests: requests, database: database, faults: faults, limits: limits)
        return try Exposition(parsing: page.text())
    }

    /// Creates a table with the indexes `global`, by `boss`, and `local`, by `at`. Table and global index have 5 units of
    /// each kind in a second.
    @discardableResult
    func createTable(_ name: String, in region: String) async throws -> Table {
        let key = KeySchema(
            partition: KeyAttribute(name: "id", type: .string),
            sort: KeyAttribute(name: "at", type: .number)
        )
        let throughput = ThroughputSettings(provisioned: ThroughputUnits(readUnits: 5, writeUnits: 5))
        let boss = KeySchema(partition: KeyAttribute(name: "boss", type: .string))
        return try await waiting { completion in
            database.createTable(named: TableName(name)!, in: region, completingOn: ImmediateExecutor.shared) {
                moment in
                TableDefinition(
                    name: TableName(name)!,
                    region: region,
                    uniqueID: "id",
                    keySchema: key,
                    creationTime: moment.now,
                    readyTime: moment.ready,
                    throughput: throughput,
                    indexes: [
                        Self.index(1, "global", .global, boss, at: moment, throughput),
                        Self.index(2, "local", .local, key, at: moment, nil),
                    ]
                )
            } completion: {
                completion($0)
            }
        }
    }

    private static func index(
        _ id: UInt8,
        _ name: String,
        _ kind: IndexDefinition.Kind,
        _ key: KeySchema,
        at moment: Moment,
        _ throughput: ThroughputSettings?
    ) -> IndexDefinition {
        IndexDefinition(
            id: id,
            name: name,
            kind: kind,
            keySchema: key,
            projection: .all,
            readyTime: moment.ready,
            throughput: throughput
        )
    }

    func alterTable(
        _ name: String,
        in region: String,
        _ alteration: @escaping @Sendable (inout TableDefinition, Moment) throws -> Void
    ) async throws {
        _ = try await waiting { completion in
            database.alterTable(
                named: TableName(name)!,
                in: region,
                completingOn: ImmediateExecutor.shared,
                alteration,
                completion: completion
            )
        }
    }

    func put(_ item: Item, in table: Table) async throws {
        let key = try PrimaryKey(of: item, by: table.keySchema)
        let change = ItemChange(table: table, key: key, action: .put(EncodedRow(item), item))
        _ = try await waiting { completion in
            database.apply([change], completingOn: ImmediateExecutor.shared, completion: completion)
        }
    }

    private func waiting<Answer: Sendable>(
        for start: (@escaping @Sendable (Result<Answer, any Error>) -> Void) -> Void
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            start { continuation.resume(with: $0) }
        }
    }
}
