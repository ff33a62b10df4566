// What a store keeps of the tables for the next opening, and what it lets go.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct CatalogReopeningTests {
    private static let tom = PrimaryKey(partition: "tom", sort: nil)

    @Test(arguments: StoreKind.allCases)
    func `tables, items and counters are there after opening again`(kind: StoreKind) async throws {
        let store = try kind.makeStore()
        let before = try Database.forTests(store)
        let north = try await before.createTable("Cats", in: "eu-north-1", sort: .number)
        let west = try await before.createTable("Cats", in: "us-west-2")
        try await before.put(["id": "tom", "name": "Tom"], in: west)

        let after = try Database.forTests(store)

        let table = try after.catalog.activeTable(named: west.name, in: "us-west-2")
        #expect(table.id == west.id)
        #expect(table.definition == west.definition)
        #expect(try after.catalog.activeTable(named: north.name, in: "eu-north-1").definition == north.definition)
        #expect(try await after.item(Self.tom, of: table) == ["id": "tom", "name": "Tom"])
        #expect(try after.statistics(of: table) == TableStatistics(itemCount: 1, sizeBytes: 12))
        #expect(try await after.createTable("Dogs").id > max(north.id, west.id))
    }

    @Test(arguments: StoreKind.allCases)
    func `a deleted table stays deleted and leaves nothing`(kind: StoreKind) async throws {
        let store = try kind.makeStore()
        let before = try Database.forTests(store)
        let table = try await before.createTable()
        try await before.put(["id": "tom"], in: table)
        try await before.deleteTable()
        await before.finishBackgroundWork()

        let after = try Database.forTests(store)
        try await after.createTable("Dogs")

        #expect(after.catalog.tableNames(in: "eu-north-1").map(\.text) == ["Dogs"])
        #expect(try keys(of: table.id, in: store).isEmpty)
    }

    @Test func `transitions go on after opening again`() async throws {
        let (store, clock) = (MemoryStore(), ManualClock())
        let before = try Database.forTests(store, clock: clock, transitionDelay: .seconds(1))
        let table = try await before.createTable()

        let creating = try Database.forTests(store, clock: clock, transitionDelay: .seconds(1))
        #expect(creating.catalog.table(named: table.name, in: "eu-north-1")?.state == .creating)
        clock.advance(by: .seconds(1))
        try await creating.deleteTable()

        let deleting = try Database.forTests(store, clock: clock)
        #expect(deleting.catalog.table(named: table.name, in: "eu-north-1")?.state == .deleting)
        clock.advance(by: .seconds(1))
        #expect(deleting.catalog.table(named: table.name, in: "eu-north-1") == nil)
    }

    @Test func `a table that is gone is dropped at the next opening`() async throws {
        let (store, clock) = (MemoryStore(), ManualClock())
        let table: Table
        do {
            let before = try Database.forTests(store, clock: clock, transitionDelay: .seconds(1))
            table = try await before.createTable()
            clock.advance(by: .seconds(1))
            try await before.put(["id": "tom"], in: table)
            try await before.deleteTable()
        }
        clock.advance(by: .seconds(1))

        let after = try Database.forTests(store, clock: clock)
        try store.writeAndWait { _ in }
        await after.finishBackgroundWork()

        #expect(try keys(of: table.id, in: store) == [KeySpace.droppedTable(table.id)])
        #expect(try store.snapshot().value(for: KeySpace.definition(of: table.name, in: "eu-north-1")) == nil)
    }

    @Test func `a table that goes after an opening is dropped when its time comes`() async throws {
        let (store, clock) = (MemoryStore(), ManualClock())
        let before = try Database.forTests(store, clock: clock, transitionDelay: .seconds(1))
        let table = try await before.createTable()
        clock.advance(by: .seconds(1))
        try await before.deleteTable()
        let definition = KeySpace.definition(of: table.name, in: "eu-north-1")

        let after = try Database.forTests(store, clock: clock, transitionDelay: .seconds(1))
        clock.advance(by: .milliseconds(999))
        try store.writeAndWait { _ in }
        #expect(after.catalog.table(named: table.name, in: "eu-north-1")?.state == .deleting)
        #expect(try store.snapshot().value(for: definition) != nil)

        clock.advance(by: .milliseconds(1))
        try store.writeAndWait { _ in }
        #expect(try store.snapshot().value(for: definition) == nil)
    }

    @Test func `a table that is gone is dropped when another is created`() async throws {
        let (store, clock) = (MemoryStore(), ManualClock())
        let database = try Database.forTests(store, clock: clock, transitionDelay: .seconds(1))
        let table = try await database.createTable()
        clock.advance(by: .seconds(1))
        try await database.put(["id": "tom"], in: table)
        try await database.deleteTable()
        clock.advance(by: .seconds(1))

        try await database.createTable("Dogs")
        await database.finishBackgroundWork()

        #expect(try keys(of: table.id, in: store) == [KeySpace.droppedTable(table.id)])
    }

    @Test func `what a crash has brought back of a dropped table is freed at the next opening`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable()
        try await database.deleteTable()
        await database.finishBackgroundWork()
        try store.writeAndWait { $0.put([1], for: table.entryKey(for: Self.tom)) }

        _ = try Database.forTests(store)
        try store.writeAndWait { _ in }

        #expect(try keys(of: table.id, in: store).isEmpty)
    }

    @Test func `a damaged definition keeps the database from opening`() async throws {
        let store = MemoryStore()
        let table = try await Database.forTests(store).createTable()
        try store.writeAndWait { $0.put([9, 9], for: KeySpace.definition(of: table.name, in: "eu-north-1")) }

        #expect(throws: StorageError.self) { try Database.forTests(store) }
    }

    /// Everything that the store holds of a table: entries, counters and its mark.
    private func keys(of tableID: UInt32, in store: any Store) throws -> [[UInt8]] {
        let own = [KeySpace.itemCount(of: tableID), KeySpace.size(of: tableID), KeySpace.droppedTable(tableID)]
        return try store.snapshot().keys(of: .all).filter {
            own.contains($0) || KeySpace.entries(of: tableID).contains($0)
        }
    }
}
