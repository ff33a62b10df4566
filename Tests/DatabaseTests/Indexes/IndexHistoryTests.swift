// Random histories of writes, held against what the items of the table say of its indexes.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct IndexHistoryTests {
    private static let steps = 180
    private static let indexes: [IndexDefinition] = [
        .global(KeySchema(partition: .string("boss")), .include(["color"]), id: 1),
        .global(
            KeySchema(partition: [.string("boss"), .number("grade")], sort: [.string("nick"), .binary("seal")]),
            .keysOnly,
            id: 2
        ),
        .local(sort: .string("nick"), .include(["color", "grade"]), id: 3),
        .local(sort: .number("grade"), id: 4),
        .global(KeySchema(partition: .number("at"), sort: .string("id")), id: 5),
    ]

    @Test(arguments: StoreKind.allCases, 1...3 as ClosedRange<UInt64>)
    func `indexes and counters follow the items all the way`(kind: StoreKind, seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let store = try kind.makeStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(indexes: Self.indexes)

        for step in 0..<Self.steps {
            let change = try Self.change(in: table, using: &chance)
            try await Self.apply(change, to: database)
            if step.isMultiple(of: 15) { try await database.expectExactIndexes(of: table) }
        }

        try await Self.expectExactCollections(of: table, in: database)
        let reopened = try Database.forTests(store)
        try await reopened.expectExactIndexes(of: try await reopened.settledTable())
    }

    @Test(arguments: StoreKind.allCases, 11...13 as ClosedRange<UInt64>)
    func `indexes that come and go while others write are exact`(kind: StoreKind, seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let database = try Database.forTests(try kind.makeStore())
        let table = try await database.createTable(indexes: [])
        try await database.put((0..<700).map { _ in Self.item(using: &chance) }, in: table)

        for index in [Self.indexes[0], Self.indexes[1], Self.indexes[4]] {
            try await database.addIndex(index)
            for _ in 0..<60 { try await Self.apply(try Self.change(in: table, using: &chance), to: database) }
        }
        try await database.expectExactIndexes(of: try await database.settledTable())
        try await database.dropIndex(1)
        for _ in 0..<60 { try await Self.apply(try Self.change(in: table, using: &chance), to: database) }
        _ = try await database.settledTable()
        try await database.addIndex(.global(KeySchema(partition: .string("nick")), .keysOnly, id: 1))
        for _ in 0..<60 { try await Self.apply(try Self.change(in: table, using: &chance), to: database) }

        try await database.expectExactIndexes(of: try await database.settledTable())
    }

    /// Applies a change; one that an index refuses changes nothing.
    private static func apply(_ change: ItemChange, to database: Database) async throws {
        do {
            try await database.apply(change)
        } catch is ServiceError {}
    }

    /// Expects that each collection's counter has the items and their entries in local indexes.
    private static func expectExactCollections(of table: Table, in database: Database) async throws {
        let items = try await database.allItems(of: table)
        let locals = table.indexes.filter(\.isLocal)
        for number in 0..<8 {
            let id = AttributeValue.string("cat\(number)")
            let collection = items.filter { $0["id"] == id }
            let entries = locals.flatMap {
                IndexModel(index: $0.definition, tableKeys: table.keySchema).entries(of: collection)
            }
            let counter = try database.store.snapshot().counter(table.collectionSizeKey(for: id))
            #expect(Int(counter) == collection.totalSize + entries.totalSize, "\(id)")
        }
    }

    private static func change(in table: Table, using chance: inout SeededGenerator) throws -> ItemChange {
        let item = item(using: &chance)
        let name = ["boss", "grade", "nick", "seal", "color", "note"].randomElement(using: &chance)!
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...3: return .put(item, in: table)
        case 4...5:
            let value = item[name] ?? .string("new")
            return try .update("SET \(name) = :v", [(":v", value)], of: item, in: table)
        case 6: return try .update("REMOVE \(name)", of: item, in: table)
        case 7: return try .update("ADD visits :one", [(":one", 1)], of: item, in: table)
        default: return .delete(item, in: table)
        }
    }

    /// An item that may lack index keys, or have something there that cannot be one.
    private static func item(using chance: inout SeededGenerator) -> Item {
        func any<Value>(_ values: [Value]) -> Value { values.randomElement(using: &chance)! }
        var item: Item = [
            "id": .string("cat\(any(Array(0..<8)))"), "at": .number(Number(any(Array(0..<30)))),
            "note": .string(String(repeating: "n", count: any([0, 10, 300]))),
        ]
        item["boss"] = any(["ann", "bob", "bob\0", .string(""), 7, nil])
        item["grade"] = any([1, 2, -3, "high", nil])
        item["nick"] = any(["x", "y", .string(String(repeating: "y", count: 1_020)), .null, nil])
        item["seal"] = any([.binary([0]), .binary([0, 1]), .binary([]), nil])
        item["color"] = any(["red", .list(["red", 1]), nil])
        return item
    }
}
