// What a store keeps of indexes that are on their way, for the next opening.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct IndexReopeningTests {
    private static let byBoss = IndexDefinition.global(KeySchema(partition: .string("boss")), .keysOnly)

    /// How a store comes to its end.
    enum End: CaseIterable {
        case closed, crashed
    }

    @Test(arguments: End.allCases, [0, 1, 2, 3])
    func `filling goes on where it stood`(end: End, parts: Int) async throws {
        let opened = try Opened()
        let before = opened.database
        let table = try await before.createTable(sort: .number)
        try await before.put((0..<1_100).map(Self.cat), in: table)
        let steps = await IndexSteps(of: before)
        try await before.addIndex(Self.byBoss)
        for _ in 0..<parts { try await steps.advance() }
        try await before.put((1_100..<1_150).map(Self.cat), in: table)
        let progress = try opened.store.snapshot().value(for: KeySpace.buildProgress(ofIndex: 1, of: table.id))

        let reopened = try opened.ended(end)
        let after = reopened.database
        steps.finish()
        let settled = try await after.settledTable()

        #expect((progress != nil) == (1...2).contains(parts))
        #expect(settled.definition.indexes == [Self.byBoss])
        #expect(try after.statistics(of: settled).indexes[1]?.itemCount == 1_035)
        try await after.expectExactIndexes(of: settled)
        try reopened.store.close()
    }

    @Test(arguments: End.allCases)
    func `filling that goes on meets the writes after the opening too`(end: End) async throws {
        let opened = try Opened()
        let before = opened.database
        let table = try await before.createTable(sort: .number)
        try await before.put((0..<1_100).map(Self.cat), in: table)
        let steps = await IndexSteps(of: before)
        try await before.addIndex(Self.byBoss)
        try await steps.advance()

        let reopened = try opened.ended(end)
        let after = reopened.database
        steps.finish()
        let building = try after.catalog.activeTable(named: table.name, in: "eu-north-1")
        for number in stride(from: 0, to: 1_100, by: 7) {
            let cat = Self.cat(number)
            try await after.apply(
                number.isMultiple(of: 2)
                    ? .delete(cat, in: building)
                    : try .update("SET boss = :b", [(":b", "zoe")], of: cat, in: building)
            )
        }

        try await after.expectExactIndexes(of: try await after.settledTable())
        try reopened.store.close()
    }

    @Test(arguments: End.allCases)
    func `discarding goes on, also of what a crash has brought back`(end: End) async throws {
        let opened = try Opened()
        let before = opened.database
        let table = try await before.createTable(sort: .number)
        let without = try await before.createTable(
            "Dogs",
            indexes: [.global(KeySchema(partition: .string("boss")), id: 1)]
        )
        var indexed = Self.byBoss
        indexed.phase = .built
        try await before.alterTable { [indexed] definition, _ in definition.indexes = [indexed] }
        try await before.put((0..<100).map(Self.cat), in: table)
        try await before.put((0..<100).map(Self.cat), in: without)
        let steps = await IndexSteps(of: before)
        try await before.dropIndex(1)

        let reopened = try opened.ended(end)
        let after = reopened.database
        steps.finish()
        let settled = try await after.settledTable()

        #expect(settled.definition.indexes == [])
        #expect(try reopened.store.snapshot().keys(of: .prefix(KeySpace.entryPrefix(of: table.id, index: 1))).isEmpty)
        try await after.expectExactIndexes(of: settled)
        try await after.expectExactIndexes(of: try await after.settledTable("Dogs"))
        try reopened.store.close()
    }

    /// A store on the disk, and a database at work on it.
    private struct Opened {
        let directory: TemporaryDirectory
        let clock: ManualClock
        let store: RocksDBStore
        let database: Database

        init(_ directory: TemporaryDirectory = TemporaryDirectory(), _ clock: ManualClock = ManualClock()) throws {
            self.directory = directory
            self.clock = clock
            store = try RocksDBStore(directory: directory.path)
            database = try Database.forTests(store, clock: clock)
        }

        /// Ends this one while its database is at work, and opens what it leaves behind.
        func ended(_ end: End) throws -> Opened {
            let rest = end == .crashed ? try directory.copy() : directory
            if end == .closed { try store.close() }
            clock.advance(by: .seconds(1))
            return try Opened(rest, clock)
        }
    }

    /// A cat; every tenth has no boss.
    private static func cat(_ number: Int) -> Item {
        var cat: Item = ["id": .string("cat\(number % 300)"), "at": .number(Number(number)), "note": "nice"]
        if !number.isMultiple(of: 10) { cat["boss"] = .string("b\(number % 13)") }
        return cat
    }
}
