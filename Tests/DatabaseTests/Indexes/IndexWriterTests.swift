// How entries follow their items, and which units that takes.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct IndexWriterTests {
    /// The indexes hold the keys alone (1 KB begun), a color too (2 KB) and all (4 KB).
    private static let indexes: [IndexDefinition] = [
        .global(byBoss, .keysOnly, id: 1), .global(byBoss, .include(["color"]), id: 2), .global(byBoss, .all, id: 3),
        .local(sort: .string("boss"), .include(["color"]), id: 4),
    ]
    private static let byBoss = KeySchema(partition: .string("boss"))
    private static let whole: Item = ["id": "tom", "at": 1, "boss": "ann", "color": text(1_500), "note": text(2_000)]
    private static let bossless: Item = ["id": "tom", "at": 1, "color": text(1_500), "note": text(2_000)]

    /// A change of the item, and the units that it takes of each index.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let before: Item?
        let change: String
        var values: [(key: String, value: AttributeValue)]?
        let units: [Double]
    }

    private static let updates: [Case] = [
        Case(
            testDescription: "the entry appears",
            before: bossless,
            change: "SET boss = :v",
            values: [(":v", "ann")],
            units: [1, 2, 4, 2]
        ),
        Case(
            testDescription: "the entry appears with the item",
            before: nil,
            change: "SET boss = :v",
            values: [(":v", "ann")],
            units: [1, 1, 1, 1]
        ),
        Case(
            testDescription: "a held attribute grows",
            before: whole,
            change: "SET color = :v",
            values: [(":v", text(2_500))],
            units: [0, 3, 5, 3]
        ),
        Case(
            testDescription: "a held attribute shrinks",
            before: whole,
            change: "SET color = :v",
            values: [(":v", "red")],
            units: [0, 2, 4, 2]
        ),
        Case(
            testDescription: "a held attribute leaves",
            before: whole,
            change: "REMOVE color",
            units: [0, 2, 4, 2]
        ),
        Case(
            testDescription: "an attribute changes that one index holds",
            before: whole,
            change: "SET note = :v",
            values: [(":v", "x")],
            units: [0, 0, 4, 0]
        ),
        Case(
            testDescription: "an attribute joins that one index holds",
            before: whole,
            change: "SET more = :v",
            values: [(":v", true)],
            units: [0, 0, 4, 0]
        ),
        Case(
            testDescription: "the index key changes",
            before: whole,
            change: "SET boss = :v",
            values: [(":v", "bob")],
            units: [2, 4, 8, 4]
        ),
        Case(
            testDescription: "the index key changes, and a held attribute",
            before: whole,
            change: "SET boss = :v, color = :v",
            values: [(":v", "bob")],
            units: [2, 3, 6, 3]
        ),
        Case(testDescription: "the entry disappears", before: whole, change: "REMOVE boss", units: [1, 2, 4, 2]),
        Case(
            testDescription: "the same is set again",
            before: whole,
            change: "SET boss = :v",
            values: [(":v", "ann")],
            units: [0, 0, 0, 0]
        ),
        Case(
            testDescription: "the item has no entry",
            before: bossless,
            change: "REMOVE color",
            units: [0, 0, 0, 0]
        ),
        Case(
            testDescription: "nothing is removed from nothing",
            before: nil,
            change: "REMOVE color",
            units: [0, 0, 0, 0]
        ),
    ]

    @Test(arguments: updates)
    func `an update takes of each index what the entry there takes`(test: Case) async throws {
        let (database, table) = try await Self.table(with: test.before)

        let outcome = try await database.apply(
            .update(test.change, test.values, of: ["id": "tom", "at": 1], in: table)
        )[0]

        #expect(Self.units(of: outcome) == test.units)
        #expect(outcome.consumed.total == outcome.consumed.table + test.units.reduce(0, +))
        try await database.expectExactIndexes(of: table)
    }

    @Test(
        arguments: [
            (nil, whole, [1, 2, 4, 2]), (nil, bossless, [0, 0, 0, 0]), (whole, whole, [0, 0, 0, 0]),
            (whole, bossless, [1, 2, 4, 2]), (bossless, whole, [1, 2, 4, 2]),
            (whole, ["id": "tom", "at": 1, "boss": "ann"], [0, 2, 4, 2]),
            (whole, ["note": text(2_000), "color": text(1_500), "boss": "ann", "at": 1, "id": "tom"], [0, 0, 0, 0]),
        ] as [(Item?, Item, [Double])]
    )
    func `so does a put`(before: Item?, item: Item, units: [Double]) async throws {
        let (database, table) = try await Self.table(with: before)

        let outcome = try await database.apply(.put(item, in: table))[0]

        #expect(Self.units(of: outcome) == units)
        try await database.expectExactIndexes(of: table)
    }

    @Test(arguments: [(whole, [1, 2, 4, 2]), (bossless, [0, 0, 0, 0]), (nil, [0, 0, 0, 0])] as [(Item?, [Double])])
    func `so does a delete`(before: Item?, units: [Double]) async throws {
        let (database, table) = try await Self.table(with: before)

        let outcome = try await database.apply(.delete(["id": "tom", "at": 1], in: table))[0]

        #expect(Self.units(of: outcome) == units)
        #expect(try database.statistics(of: table).table.itemCount == 0)
        try await database.expectExactIndexes(of: table)
    }

    @Test func `units tell the index, its kind and only those that were used`() async throws {
        let (database, table) = try await Self.table(with: Self.whole)

        let outcome = try await database.apply(.update("REMOVE color", of: ["id": "tom", "at": 1], in: table))[0]

        #expect(outcome.consumed.table == 4)
        #expect(outcome.consumed.indexes.map(\.name) == ["global2", "global3", "local4"])
        #expect(outcome.consumed.indexes.map(\.kind) == [.global, .global, .local])
    }

    @Test func `changes that are refused together leave the indexes as they were`() async throws {
        let (database, table) = try await Self.table(with: Self.whole)
        let refused = ItemChange(
            table: table,
            key: PrimaryKey(partition: "zoe", sort: 1),
            action: .delete,
            condition: try Condition("attribute_exists(id)")
        )

        await #expect(throws: ServiceError.conditionalCheckFailed) {
            try await database.apply(
                .put(["id": "new", "at": 2, "boss": "bob"], in: table),
                .delete(Self.whole, in: table),
                refused
            )
        }

        #expect(try database.statistics(of: table).table.itemCount == 1)
        try await database.expectExactIndexes(of: table)
    }

    @Test func `changes of one item in one transaction follow one another`() async throws {
        let (database, table) = try await Self.table(with: Self.whole)

        let outcomes = try await database.apply(
            .update("SET boss = :v", [(":v", "bob")], of: ["id": "tom", "at": 1], in: table),
            .update("SET boss = :v", [(":v", "ann")], of: ["id": "tom", "at": 1], in: table),
            .delete(Self.whole, in: table),
            .put(Self.whole, in: table)
        )

        #expect(outcomes.map(Self.units) == [[2, 4, 8, 4], [2, 4, 8, 4], [1, 2, 4, 2], [1, 2, 4, 2]])
        try await database.expectExactIndexes(of: table)
    }

    @Test func `items of one index key stand side by side`() async throws {
        let (database, table) = try await Self.table(with: nil)

        try await database.put(
            (0..<20).map { ["id": .string("cat\($0 % 5)"), "at": .number(Number($0)), "boss": "ann"] },
            in: table
        )
        try await database.apply(.delete(["id": "cat0", "at": 0], in: table))

        #expect(try database.statistics(of: table).indexes.values.allSatisfy { $0.itemCount == 19 })
        try await database.expectExactIndexes(of: table)
    }

    @Test func `a row in an index has the stamp of the change`() async throws {
        let (database, table) = try await Self.table(with: Self.whole)
        let store = database.store

        var stamps: Set<UInt64> = []
        for prefix in [table.entryPrefix] + table.indexes.map(\.entryPrefix) {
            try store.snapshot().scan(.prefix(prefix), .forward) { _, row throws(StorageError) in
                stamps.insert(try RowReader(row).stamp.value)
                return .next
            }
        }

        #expect(stamps.count == 1)
        #expect(stamps != [0])
    }

    private static func table(with item: Item?) async throws -> (Database, Table) {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: indexes)
        if let item { try await database.put(item, in: table) }
        return (database, table)
    }

    private static func units(of outcome: ItemOutcome) -> [Double] {
        indexes.map { index in outcome.consumed.indexes.first { $0.name == index.name }?.units ?? 0 }
    }

    private static func text(_ length: Int) -> AttributeValue {
        .string(String(repeating: "x", count: length))
    }
}
