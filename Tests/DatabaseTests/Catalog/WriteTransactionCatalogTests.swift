// Changes of items that were checked against a version of the table that is not the newest any more.

import ApusModel
import ApusStorage
import Synchronization
import Testing

@testable import ApusDatabase

struct WriteTransactionCatalogTests {
    private static let byBoss = IndexDefinition.global(KeySchema(partition: .string("boss")))
    private static let notFound = ServiceError(.resourceNotFound, "Requested resource not found")

    @Test func `a change checked against an older version maintains the indexes of the newest`() async throws {
        let database = try Database.forTests()
        let old = try await database.createTable()

        try await database.addIndex(Self.byBoss)
        try await database.put([["id": "a", "boss": "ann"], ["id": "b", "boss": "bob"]], in: old)
        try await database.apply(
            try .update("SET boss = :b", [(":b", "bob")], of: ["id": "a"], in: old),
            .delete(["id": "b"], in: old)
        )

        let settled = try await database.settledTable()
        #expect(try database.statistics(of: settled).indexes[1] == .init(itemCount: 1, sizeBytes: 10))
        try await database.expectExactIndexes(of: settled)
    }

    @Test(arguments: StoreKind.allCases)
    func `so does one in the very group in which the index is created`(kind: StoreKind) async throws {
        let database = try Database.forTests(try kind.makeStore())
        let old = try await database.createTable()
        let steps = await IndexSteps(of: database)
        let consumed = Mutex<[Double]>([])

        try await database.store.holdingWriter {
            Self.put("before", in: old, of: database) { _ in }
            database.queueAlteration { $0.indexes = [Self.building] }
            Self.put("after", in: old, of: database) { result in
                consumed.withLock { $0 = (try? result.get())?.first?.consumed.indexes.map(\.units) ?? [] }
            }
        }
        let entered = try database.statistics(of: try database.catalog.activeTable(named: old.name, in: "eu-north-1"))
        steps.finish()

        #expect(consumed.withLock { $0 } == [1])
        #expect(entered.table.itemCount == 2)
        #expect(entered.indexes[1]?.itemCount == 1)
        try await database.expectExactIndexes(of: try await database.settledTable())
    }

    @Test func `a put that the new index cannot take is refused`() async throws {
        let database = try Database.forTests()
        let old = try await database.createTable()

        try await database.addIndex(Self.byBoss)

        await #expect(
            throws: ServiceError.validation(
                "One or more parameter values were invalid: Type mismatch for Index Key boss Expected: S Actual: N "
                    + "IndexName: global1"
            )
        ) {
            try await database.put(["id": "a", "boss": 1], in: old)
        }
    }

    @Test func `a change in the very group in which an index begins to leave does not maintain it`() async throws {
        let database = try Database.forTests()
        let old = try await database.createTable(
            keys: KeySchema(partition: .string("id")),
            indexes: [Self.byBoss]
        )

        try await database.store.holdingWriter {
            database.queueAlteration { $0.indexes[0].phase = .deleting }
            Self.put("after", in: old, of: database) { _ in }
        }
        let settled = try await database.settledTable()

        #expect(settled.definition.indexes == [])
        #expect(try database.store.snapshot().keys(of: .prefix(old.indexes[0].entryPrefix)).isEmpty)
        #expect(try database.statistics(of: settled).table.itemCount == 1)
    }

    @Test func `a change behind a refused one in its group goes by the newest version`() async throws {
        let database = try Database.forTests()
        let old = try await database.createTable()

        try await database.store.holdingWriter {
            database.queueAlteration { $0.indexes = [Self.building] }
            database.queueAlteration { _ in throw ServiceError.validation("refused") }
            Self.put("after", in: old, of: database) { _ in }
        }

        let settled = try await database.settledTable()
        #expect(try database.statistics(of: settled).indexes[1]?.itemCount == 1)
        try await database.expectExactIndexes(of: settled)
    }

    // MARK: Deleted tables

    @Test(arguments: [Duration.zero, .seconds(1)])
    func `a change of a table that has been deleted meanwhile is refused`(delay: Duration) async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, transitionDelay: delay)
        let table = try await database.createTable()
        clock.advance(by: delay)
        try await database.put(["id": "a"], in: table)

        try await database.deleteTable()

        for wish in [ItemChange.put(["id": "b"], in: table), .delete(["id": "a"], in: table)] {
            await #expect(throws: Self.notFound) { try await database.apply(wish) }
        }
        await database.finishBackgroundWork()
        #expect(try await database.allItems(of: table).count == (delay == .zero ? 0 : 1))
    }

    @Test func `so is one in the very group in which the table is deleted`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        let results = Mutex<[Result<[ItemOutcome], any Error>]>([])

        try await database.store.holdingWriter {
            for _ in 0..<2 {
                Self.put("a", in: table, of: database) { result in results.withLock { $0.append(result) } }
                database.deleteTable(
                    named: table.name,
                    in: "eu-north-1",
                    completingOn: ImmediateExecutor.shared
                ) { _ in }
            }
        }

        let outcomes = results.withLock { $0 }
        #expect(outcomes.count == 2)
        #expect(throws: Never.self) { try outcomes.first?.get() }
        #expect(throws: Self.notFound) { try outcomes.last?.get() }
    }

    @Test func `a change of a table whose name another has taken is refused`() async throws {
        let database = try Database.forTests()
        let old = try await database.createTable()
        try await database.deleteTable()

        let new = try await database.createTable()

        await #expect(throws: Self.notFound) { try await database.put(["id": "a"], in: old) }
        try await database.put(["id": "b"], in: new)
        #expect(try database.statistics(of: new).table.itemCount == 1)
    }

    private static let building: IndexDefinition = {
        var index = byBoss
        index.phase = .building
        return index
    }()

    private static func put(
        _ id: String,
        in table: Table,
        of database: Database,
        completion: @escaping @Sendable (Result<[ItemOutcome], any Error>) -> Void
    ) {
        let change = ItemChange.put(["id": .string(id), "boss": "ann"], in: table)
        database.apply([change], completingOn: ImmediateExecutor.shared, completion: completion)
    }
}
