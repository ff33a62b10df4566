// What an index has of items that change while it is being filled.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct IndexPartTests {
    private static let byBoss = IndexDefinition.global(KeySchema(partition: .string("boss")), .include(["color"]))
    /// As many as make one part by their size; there are two parts of them.
    private static let partLength = 3

    /// What is done to an item.
    enum Change: CaseIterable {
        case repeats, keepsEntry, changesEntry, movesEntry, removesEntry, deletes, deletesAndRestores
    }

    /// Where an item stands when it is changed.
    enum Stage: CaseIterable {
        case entered, read, ahead
    }

    @Test(arguments: Change.allCases, Stage.allCases)
    func `a change meets an item wherever the filling stands`(change: Change, stage: Stage) async throws {
        let store = InterposedStore()
        let database = try Database.forTests(store)
        let table = try await Self.table(in: database)
        let item = Self.inOrder(table)[stage == .ahead ? Self.partLength : 0]
        let steps = await IndexSteps(of: database)
        let altered = try await database.addIndex(Self.byBoss)
        let wishes = try Self.wishes(change, of: item, in: table)
        @Sendable func write() {
            for wish in wishes { database.apply([wish], completingOn: ImmediateExecutor.shared) { _ in } }
        }

        if stage == .read { store.beforeNextWrite { write() } }
        try await steps.advance()
        if stage != .read { write() }
        try store.writeAndWait { _ in }
        let entered = try await database.allItems(of: altered, in: altered.indexes[0])
        let statistics = try database.statistics(of: altered)
        while try database.isFilling("Cats") { try await steps.advance() }

        #expect(statistics.indexes[1] == .init(itemCount: entered.count, sizeBytes: entered.totalSize))
        try await database.expectExactIndexes(of: try await database.settledTable())
    }

    @Test func `items join while the index is filled, behind it and ahead of it`() async throws {
        let store = InterposedStore()
        let database = try Database.forTests(store)
        let table = try await Self.table(in: database)
        let steps = await IndexSteps(of: database)
        try await database.addIndex(Self.byBoss)
        let newcomers = (0..<20).map { ["id": .string("new\($0)"), "boss": "ann", "color": "red"] as Item }

        store.beforeNextWrite {
            let changes = newcomers[..<10].map { ItemChange.put($0, in: table) }
            database.apply(changes, completingOn: ImmediateExecutor.shared) { _ in }
        }
        try await steps.advance()
        try await database.put(Array(newcomers[10...]), in: table)
        while try database.isFilling("Cats") { try await steps.advance() }

        let settled = try await database.settledTable()
        #expect(try database.statistics(of: settled).indexes[1]?.itemCount == 26)
        try await database.expectExactIndexes(of: settled)
    }

    @Test func `a part ends at 500 items or at 1 MB, and its end is stored`() async throws {
        let database = try Database.forTests()
        let small = try await database.createTable("Small", sort: .number)
        let large = try await Self.table(in: database)
        try await database.put(
            (0..<501).map { ["id": "tom", "at": .number(Number($0)), "boss": "ann"] },
            in: small
        )
        let index = Index(Self.byBoss, of: small.id, with: small.keySchema)

        let first = try IndexPart(reading: database.store.snapshot(), of: small, for: index)
        try database.store.writeAndWait { transaction in
            try first.enter(by: IndexWriter(transaction: transaction, stamp: WriteStamp(value: 0)), into: index)
        }
        let second = try IndexPart(reading: database.store.snapshot(), of: small, for: index)
        let ofLarge = try IndexPart(
            reading: database.store.snapshot(),
            of: large,
            for: Index(Self.byBoss, of: large.id, with: large.keySchema)
        )

        #expect(first.lastKey == small.entryKey(for: PrimaryKey(partition: "tom", sort: 499)))
        #expect(!first.isLast)
        #expect(try database.store.snapshot().value(for: index.progressKey) == first.lastKey)
        #expect(second.lastKey == small.entryKey(for: PrimaryKey(partition: "tom", sort: 500)))
        #expect(second.isLast)
        #expect(ofLarge.lastKey == large.entryKey(for: PrimaryKey(Self.inOrder(large)[Self.partLength - 1], of: large)))
    }

    @Test func `a table without items has one part without items`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()

        let part = try IndexPart(
            reading: database.store.snapshot(),
            of: table,
            for: Index(Self.byBoss, of: table.id, with: table.keySchema)
        )

        #expect(part.lastKey == nil)
        #expect(part.isLast)
    }

    /// A table of two parts.
    private static func table(in database: Database) async throws -> Table {
        let table = try await database.createTable()
        try await database.put(cats, in: table)
        return table
    }

    private static let cats = (0..<2 * partLength).map { number -> Item in
        [
            "id": .string("cat\(number)"), "boss": "ann", "color": "red",
            "note": .string(String(repeating: "n", count: 350_000)),
        ]
    }

    /// The cats as they stand in their table.
    private static func inOrder(_ table: Table) -> [Item] {
        cats.sorted { left, right in
            let (left, right) = (PrimaryKey(left, of: table), PrimaryKey(right, of: table))
            return table.entryKey(for: left).lexicographicallyPrecedes(table.entryKey(for: right))
        }
    }

    private static func wishes(_ change: Change, of item: Item, in table: Table) throws -> [ItemChange] {
        switch change {
        case .repeats: return [.put(item, in: table)]
        case .keepsEntry: return [try .update("REMOVE note", of: item, in: table)]
        case .changesEntry: return [try .update("SET color = :c", [(":c", "black")], of: item, in: table)]
        case .movesEntry: return [try .update("SET boss = :b", [(":b", "bob")], of: item, in: table)]
        case .removesEntry: return [try .update("REMOVE boss", of: item, in: table)]
        case .deletes: return [.delete(item, in: table)]
        case .deletesAndRestores: return [.delete(item, in: table), .put(item, in: table)]
        }
    }
}

extension Database {
    fileprivate func isFilling(_ name: String) throws -> Bool {
        let table = try #require(catalog.table(named: TableName(name)!, in: "eu-north-1")).table
        return table.definition.indexes.contains { $0.phase == .building }
    }
}
