// How large items and their collections may be in tables with local indexes.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ItemWriterTests {
    private static let tooLarge = ServiceError.validation("Item size has exceeded the maximum allowed size")
    private static let updatedTooLarge = ServiceError.validation(
        "Item size to update has exceeded the maximum allowed size"
    )
    private static let collectionTooLarge = ServiceError(
        .itemCollectionSizeLimitExceeded,
        "Collection size exceeded."
    )

    // MARK: Item and entries

    @Test func `an item and its entries in local indexes have 400 KB together`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [
            .local(sort: .string("nick"), id: 1), .local(sort: .string("boss"), .keysOnly, id: 2),
            .global(KeySchema(partition: .string("boss")), id: 3),
        ])
        // The item stands in the first index as a whole, and its key (9 bytes) and boss (7) in the second.
        let largest = Self.item(size: (Limits.itemBytes - 16) / 2)
        let larger = Self.item(size: (Limits.itemBytes - 16) / 2 + 1)

        let outcome = try await database.apply(.put(largest, in: table))[0]
        await #expect(throws: Self.tooLarge) { try await database.put(larger, in: table) }
        await #expect(throws: Self.updatedTooLarge) {
            try await database.apply(.update("SET note = :n", [(":n", larger["note"]!)], of: largest, in: table))
        }

        #expect(outcome.collectionBytes == Limits.itemBytes)
        #expect(try await database.allItems(of: table) == [largest])
        try await database.expectExactIndexes(of: table)
    }

    @Test func `an item without entries has 400 KB for itself`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [.local(sort: .string("squad"))])

        let outcome = try await database.apply(.put(Self.item(size: Limits.itemBytes), in: table))[0]

        #expect(outcome.collectionBytes == Limits.itemBytes)
        await #expect(throws: Self.updatedTooLarge) {
            try await database.apply(
                .update("SET squad = :n", [(":n", "x")], of: ["id": "tom", "at": 1], in: table)
            )
        }
    }

    @Test func `entries in global indexes do not count`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [.global(KeySchema(partition: .string("boss")))])

        let outcome = try await database.apply(.put(Self.item(size: Limits.itemBytes), in: table))[0]

        #expect(outcome.newSize == Limits.itemBytes)
        #expect(outcome.collectionBytes == nil)
    }

    // MARK: Collections

    @Test func `the size of a collection is told after each change`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"), .keysOnly)])
        let (first, second): (Item, Item) = (["id": "tom", "at": 1, "nick": "Tom", "n": 1], ["id": "tom", "at": 2])

        let outcomes = try await database.apply(
            .put(first, in: table),
            .put(second, in: table),
            .put(["id": "zoe", "at": 1], in: table),
            .update("REMOVE n", of: first, in: table),
            .update("REMOVE n", of: ["id": "tom", "at": 3], in: table),
            .delete(["id": "tom", "at": 3], in: table),
            .update("REMOVE nick", of: first, in: table),
            .delete(second, in: table),
            .delete(["id": "tom", "at": 1], in: table)
        )

        // The item is 19 bytes, 16 without its number, 9 without its name; its entry is 16.
        #expect(outcomes.map(\.collectionBytes) == [35, 44, 9, 41, 41, 41, 18, 9, 0])
    }

    @Test func `the counter of a collection goes with its last item`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"), .keysOnly)])
        let counter = table.collectionSizeKey(for: "tom")
        try await database.put(Self.item(size: 60), in: table)
        let before = try store.snapshot().value(for: counter)

        try await database.apply(.delete(["id": "tom", "at": 1], in: table))

        #expect(before != nil)
        #expect(try store.snapshot().value(for: counter) == nil)
    }

    // MARK: Index keys

    @Test(arguments: ["SET boss = :b", nil])
    func `an update creates no item whose key is too long for an index`(update: String?) async throws {
        let database = try Database.forTests()
        let byBoss = KeySchema(partition: .string("boss"), sort: .string("id"))
        let table = try await database.createTable(indexes: [.global(byBoss, id: 1)])
        let key: Item = ["id": .string(Self.text(1_025)), "at": 1]
        let change = ItemChange(
            table: table,
            key: PrimaryKey(key, of: table),
            action: .update(try update.map { try Update($0, values: [(":b", "ann")]) })
        )

        await #expect(throws: ServiceError.sortKeyTooLong(ofIndex: "global1")) {
            try await database.apply(change)
        }
        #expect(try await database.allItems(of: table) == [])
    }

    @Test func `an index has exactly its part of items with very many attributes`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [
            .global(KeySchema(partition: .string("boss")), .include(["n7", "n99", "e\u{301}"]), id: 1),
            .global(KeySchema(partition: .string("boss")), .keysOnly, id: 2), .local(sort: .string("nick"), id: 3),
        ])
        var item: Item = ["id": "tom", "at": 1, "boss": "ann", "nick": "Tom", "\u{E9}": 1, "e\u{301}": 2]
        for number in 0..<200 { item["n\(number)"] = .number(Number(number)) }

        try await database.put(item, in: table)
        try await database.apply(.update("REMOVE n7, n8", of: item, in: table))

        try await database.expectExactIndexes(of: table)
    }

    @Test func `a collection grows no larger than its limit`() async throws {
        let database = try Database.forTests(itemCollectionBytes: 100)
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"), .keysOnly)])
        let key: Item = ["id": "tom", "at": 1]
        // Its entry has 16 bytes.
        try await database.put(Self.item(size: 60), in: table)

        await #expect(throws: Self.collectionTooLarge) { try await database.put(Self.item(size: 85), in: table) }
        await #expect(throws: Self.collectionTooLarge) {
            try await database.apply(.update("SET n = :n", [(":n", .string(Self.text(24)))], of: key, in: table))
        }
        await #expect(throws: Self.collectionTooLarge) {
            try await database.put(["id": "tom", "at": 2, "n": .string(Self.text(15))], in: table)
        }
        let full = try await database.apply(
            .update("SET n = :n", [(":n", .string(Self.text(23)))], of: key, in: table)
        )[0]
        try await database.put(["id": "zoe", "at": 1, "n": .string(Self.text(90))], in: table)

        #expect(full.collectionBytes == 100)
        try await database.expectExactIndexes(of: table)
    }

    @Test func `a collection beyond its limit may shrink, but not grow`() async throws {
        let store = MemoryStore()
        let roomy = try Database.forTests(store)
        try await roomy.createTable(indexes: [.local(sort: .string("nick"), .keysOnly)])
        try await roomy.put(Self.item(size: 60), in: try await roomy.settledTable())
        let database = try Database.forTests(store, itemCollectionBytes: 50)
        let table = try await database.settledTable()
        let key: Item = ["id": "tom", "at": 1]

        let same = try await database.apply(.put(Self.item(size: 60), in: table))[0]
        let swapped = try await database.apply(.update("SET nick = :n", [(":n", "Tim")], of: key, in: table))[0]
        let smaller = try await database.apply(.put(Self.item(size: 59), in: table))[0]
        await #expect(throws: Self.collectionTooLarge) { try await database.put(Self.item(size: 60), in: table) }
        await #expect(throws: Self.collectionTooLarge) { try await database.put(["id": "tom", "at": 2], in: table) }
        let gone = try await database.apply(.delete(key, in: table))[0]

        #expect([same, swapped, smaller, gone].map(\.collectionBytes) == [76, 76, 75, 0])
        try await database.expectExactIndexes(of: table)
    }

    @Test func `the limit does not hold in tables without local indexes`() async throws {
        let database = try Database.forTests(itemCollectionBytes: 10)
        let table = try await database.createTable(indexes: [.global(KeySchema(partition: .string("boss")))])

        let outcome = try await database.apply(.put(Self.item(size: 60), in: table))[0]

        #expect(outcome.newSize == 60)
    }

    @Test func `a change that is refused does not count in its collection`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"), .keysOnly)])
        let refused = ItemChange(
            table: table,
            key: PrimaryKey(partition: "tom", sort: 1),
            action: .delete,
            condition: try Condition("attribute_not_exists(id)")
        )

        await #expect(throws: ServiceError.conditionalCheckFailed) {
            try await database.apply(.put(Self.item(size: 60), in: table), refused)
        }
        let outcome = try await database.apply(.put(["id": "tom", "at": 1], in: table))[0]

        #expect(outcome.collectionBytes == 9)
    }

    private static func item(size: Int) -> Item {
        var item: Item = ["id": "tom", "at": 1, "nick": "Tom", "boss": "ann", "note": ""]
        item["note"] = .string(String(repeating: "n", count: size - item.itemSize))
        return item
    }

    private static func text(_ length: Int) -> String {
        String(repeating: "x", count: length)
    }
}
