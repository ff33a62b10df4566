// How indexes join a table that has items, and how they leave.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct DatabaseIndexesTests {
    private static let byBoss = IndexDefinition.global(KeySchema(partition: .string("boss")), .include(["color"]))
    private static let byColor = IndexDefinition.global(
        KeySchema(partition: [.string("color"), .string("boss")], sort: [.number("at")]),
        .keysOnly,
        id: 2
    )

    @Test(arguments: StoreKind.allCases)
    func `an index that joins a table is filled with the items that are there`(kind: StoreKind) async throws {
        let database = try Database.forTests(try kind.makeStore())
        let table = try await database.createTable(sort: .number)
        try await database.put((0..<1_200).map(Self.cat), in: table)

        let altered = try await database.addIndex(Self.byBoss)
        let settled = try await database.settledTable()

        #expect(altered.definition.indexes.map(\.phase) == [.building])
        #expect(settled.definition.indexes == [Self.byBoss])
        #expect(try database.statistics(of: settled).indexes[1]?.itemCount == 1_080)
        try await database.expectExactIndexes(of: settled)
        #expect(try database.store.snapshot().value(for: settled.indexes[0].progressKey) == nil)
    }

    @Test func `an index of an empty table is complete at once`() async throws {
        let database = try Database.forTests()
        try await database.createTable(sort: .number)

        try await database.addIndex(Self.byBoss)
        let settled = try await database.settledTable()
        try await database.put([Self.cat(1), Self.cat(10)], in: settled)

        #expect(try database.statistics(of: settled).indexes[1]?.itemCount == 1)
        try await database.expectExactIndexes(of: settled)
    }

    @Test func `two indexes that join at once are both filled`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(sort: .number)
        try await database.put((0..<700).map(Self.cat), in: table)

        try await database.addIndex(Self.byBoss)
        try await database.addIndex(Self.byColor)
        let settled = try await database.settledTable()

        #expect(settled.definition.indexes == [Self.byBoss, Self.byColor])
        try await database.expectExactIndexes(of: settled)
    }

    @Test func `a change of the table while an index is filled does not disturb it`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(sort: .number)
        try await database.put((0..<1_100).map(Self.cat), in: table)
        let steps = await IndexSteps(of: database)
        try await database.addIndex(Self.byBoss)

        try await steps.advance()
        let altered = try await database.alterTable { definition, _ in definition.settings.isDeletionProtected = true }
        steps.finish()
        let settled = try await database.settledTable()
        #expect(altered.definition.indexes.map(\.phase) == [.building])
        #expect(settled.definition.settings.isDeletionProtected)
        try await database.expectExactIndexes(of: settled)
    }

    // MARK: Items that do not fit

    @Test func `an item that cannot have an entry is passed over, and has one once it can`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        let faulty: [Item] = [
            ["id": "number", "boss": 1], ["id": "null", "boss": .null], ["id": "empty", "boss": ""],
            ["id": "long", "boss": .string(String(repeating: "b", count: 2_049))], ["id": "none"],
        ]
        try await database.put(faulty + [["id": "sound", "boss": "ann"]], in: table)

        try await database.addIndex(Self.byBoss)
        let settled = try await database.settledTable()
        let before = try database.statistics(of: settled).indexes[1]
        try await database.apply(
            .put(["id": "number", "boss": "ann"], in: settled),
            try .update("SET boss = :b", [(":b", "ann")], of: ["id": "null"], in: settled),
            try .update("SET color = :c", [(":c", "red")], of: ["id": "empty"], in: settled),
            try .update("REMOVE boss", of: ["id": "long"], in: settled),
            .delete(["id": "none"], in: settled)
        )

        #expect(before?.itemCount == 1)
        #expect(try database.statistics(of: settled).indexes[1]?.itemCount == 3)
        try await database.expectExactIndexes(of: settled)
    }

    // MARK: Leaving

    @Test(arguments: StoreKind.allCases)
    func `an index that leaves a table leaves nothing behind`(kind: StoreKind) async throws {
        let store = try kind.makeStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(indexes: [Self.byBoss, Self.byColor])
        try await database.put((0..<50).map(Self.cat), in: table)

        let leaving = try await database.dropIndex(1)
        try await database.put([Self.cat(99)], in: table)
        let settled = try await database.settledTable()

        #expect(leaving.definition.indexes.map(\.phase) == [.deleting, .built])
        #expect(leaving.indexes.map(\.name) == ["global2"])
        #expect(settled.definition.indexes == [Self.byColor])
        #expect(try store.keys(ofIndex: 1, of: table).isEmpty)
        try await database.expectExactIndexes(of: settled)
    }

    @Test func `an index that leaves takes along the attributes that no other key has`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [Self.byBoss, Self.byColor])
        try await database.alterTable { definition, _ in
            definition.attributeDefinitions = [.string("id"), .number("at"), .string("boss"), .string("color")]
        }

        try await database.dropIndex(2)
        let settled = try await database.settledTable()

        #expect(settled.id == table.id)
        #expect(settled.definition.attributeDefinitions == [.string("id"), .number("at"), .string("boss")])
    }

    @Test(arguments: StoreKind.allCases, [0, 1])
    func `an index dropped while it is being filled leaves nothing behind`(kind: StoreKind, parts: Int) async throws {
        let store = try kind.makeStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(sort: .number)
        try await database.put((0..<1_100).map(Self.cat), in: table)

        let steps = await IndexSteps(of: database)
        try await database.addIndex(Self.byBoss)
        for _ in 0..<parts { try await steps.advance() }
        try await database.dropIndex(1)
        steps.finish()
        let settled = try await database.settledTable()

        #expect(settled.definition.indexes == [])
        #expect(try store.keys(ofIndex: 1, of: table).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `the id of an index that is gone serves another, without ghosts`(kind: StoreKind) async throws {
        let database = try Database.forTests(try kind.makeStore())
        let table = try await database.createTable(indexes: [Self.byBoss])
        try await database.put((0..<600).map(Self.cat), in: table)
        let other = IndexDefinition.global(KeySchema(partition: .string("color")), .keysOnly, id: 1)

        try await database.dropIndex(1)
        let without = try await database.settledTable()
        try await database.put((600..<650).map(Self.cat), in: without)
        try await database.addIndex(other)
        let settled = try await database.settledTable()

        #expect(without.definition.nextIndexID == 1)
        #expect(try database.statistics(of: settled).indexes[1]?.itemCount == 650)
        try await database.expectExactIndexes(of: settled)
    }

    @Test func `filling stops where its table goes`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(sort: .number)
        try await database.put((0..<1_100).map(Self.cat), in: table)

        let steps = await IndexSteps(of: database)
        try await database.addIndex(Self.byBoss)
        try await steps.advance()
        try await database.alterTable { definition, moment in definition.goneTime = moment.ready }
        database.dropGoneTables()
        try await steps.advance()
        steps.finish()
        await database.finishBackgroundWork()

        #expect(try store.snapshot().value(for: KeySpace.definition(of: table.name, in: "eu-north-1")) == nil)
        #expect(try store.snapshot().keys(of: KeySpace.entries(of: table.id)).isEmpty)
    }

    /// A cat; every tenth has no boss.
    @Test func `work on an index that a full queue refuses is done a little later`() async throws {
        let store = InterposedStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(sort: .number)
        try await database.put((0..<20).map(Self.cat), in: table)
        let filling = await IndexSteps(of: database)
        try await database.addIndex(Self.byBoss)

        store.refuseNextWrite(with: .overloaded(limit: 1))
        filling.finish()
        let settled = try await database.settledTable()
        try await database.expectExactIndexes(of: settled)

        let discarding = await IndexSteps(of: database)
        try await database.alterTable { definition, _ in definition.indexes[0].phase = .deleting }
        store.refuseNextWrite(with: .overloaded(limit: 1))
        discarding.finish()
        #expect(try await database.settledTable().definition.indexes == [])
    }

    private static func cat(_ number: Int) -> Item {
        var cat: Item = [
            "id": .string("cat\(number % 300)"), "at": .number(Number(number)), "color": .string("c\(number % 7)"),
            "note": .string(String(repeating: "n", count: number % 50)),
        ]
        if !number.isMultiple(of: 10) { cat["boss"] = .string("b\(number % 13)") }
        return cat
    }
}

extension Store {
    /// Everything that is stored of an index: its entries, its counters and how far it was filled.
    fileprivate func keys(ofIndex id: UInt8, of table: Table) throws -> [[UInt8]] {
        let index = Index(.global(KeySchema(partition: .string("x")), id: id), of: table.id, with: table.keySchema)
        let tallies = [index.itemCountKey, index.sizeKey, index.progressKey]
        let entries = KeyRange.prefix(index.entryPrefix)
        return try snapshot().keys(of: .all).filter { tallies.contains($0) || entries.contains($0) }
    }
}
