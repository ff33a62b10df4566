// Transactions of writes: all or nothing, and what happens to others while the items are held.

import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import Testing

@testable import ApusDatabase

struct DatabaseTransactionsTests {
    private static let isNew = "attribute_not_exists(id)"

    // MARK: All or nothing

    @Test func `all changes take effect`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        try await database.put(["id": "gone"], in: table)

        let outcome = try await database.transact(
            .putting(["id": "tom"], in: table, condition: try Condition(Self.isNew)),
            .acting(.delete, on: ["id": "gone"], in: table)
        )

        #expect(outcome.replayUnits == nil)
        #expect(try await database.allItems(of: table) == [["id": "tom"]])
    }

    @Test func `where one is refused, none takes effect, and each has its reason`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"))])
        let old: Item = ["id": "tom", "at": 1, "nick": "Tom"]
        try await database.put(old, in: table)

        let error = await #expect(throws: ServiceError.self) {
            try await database.transact(
                .putting(["id": "tom", "at": 2, "nick": "Kit"], in: table),
                .acting(.delete, on: old, in: table, condition: try Condition(Self.isNew), tellsConflict: true),
                .acting(.update(try Update("SET a = b")), on: ["id": "tom", "at": 3], in: table)
            )
        }

        #expect(error?.cancellationReasons.map(\.code) == [.none, .conditionalCheckFailed, .validation])
        #expect(error?.cancellationReasons.map(\.item) == [nil, old, nil])
        #expect(try await database.allItems(of: table) == [old])
        try await database.expectExactIndexes(of: table)
    }

    @Test func `a table that is gone concerns the whole transaction`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        let gone = try await database.createTable("Dogs")
        try await database.deleteTable("Dogs")

        await #expect(throws: ServiceError.tableNotFound) {
            try await database.transact(.putting(["id": "tom"], in: table), .putting(["id": "rex"], in: gone))
        }

        #expect(try await database.allItems(of: table).isEmpty)
    }

    @Test func `items of more than 4 MB together are refused`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        let items: [Item] = (0..<11).map {
            ["id": .string("\($0)"), "v": .binary(Array(repeating: 0, count: 400_000))]
        }
        func transact(_ items: ArraySlice<Item>) async throws {
            _ = try await database.waiting { completion in
                database.transact(
                    ItemTransaction(actions: items.map { .success(.putting($0, in: table)) }),
                    completingOn: ImmediateExecutor.shared,
                    completion: completion
                )
            }
        }

        await #expect(throws: ServiceError.transactionTooLarge) { try await transact(items[...]) }
        #expect(try await database.allItems(of: table).isEmpty)
        try await transact(items.dropLast())
        #expect(try await database.allItems(of: table).count == 10)
    }

    // MARK: Held items

    @Test func `held items are refused to writers and to other transactions until the window is over`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        try await database.put(["id": "tom", "n": 1], in: table)
        async let held = database.transact(.putting(["id": "tom", "n": 2], in: table), window: .seconds(5))
        try await database.waitUntilHeld(["id": "tom"], in: table)

        await #expect(throws: ServiceError.transactionConflict) {
            try await database.put(["id": "tom", "n": 3], in: table)
        }
        let error = await #expect(throws: ServiceError.self) {
            try await database.transact(.putting(["id": "kit"], in: table), .putting(["id": "tom"], in: table))
        }
        #expect(error?.cancellationReasons.map(\.code) == [.none, .transactionConflict])
        try await database.put(["id": "zoe"], in: table)
        #expect(try await database.allItems(of: table).contains(["id": "tom", "n": 1]))

        clock.advance(by: .seconds(5))
        _ = try await held
        #expect(try await database.allItems(of: table).contains(["id": "tom", "n": 2]))
        try await database.put(["id": "tom", "n": 4], in: table)
    }

    @Test func `a transaction that is refused holds nothing`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        try await database.put(["id": "tom"], in: table)

        await #expect(throws: ServiceError.self) {
            try await database.transact(
                .putting(["id": "kit"], in: table),
                .putting(["id": "tom"], in: table, condition: try Condition(Self.isNew)),
                window: .seconds(5)
            )
        }

        try await database.put(["id": "kit"], in: table)
        try await database.put(["id": "tom", "n": 1], in: table)
    }

    @Test func `what changes meanwhile around the items can still cancel the transaction`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, itemCollectionBytes: 100)
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"))])
        let note = AttributeValue.string(String(repeating: "x", count: 40))
        let item: Item = ["id": "tom", "at": 1, "note": note]
        async let held = database.transact(.putting(item, in: table), window: .seconds(5))
        try await database.waitUntilHeld(item, in: table)
        try await database.put(["id": "tom", "at": 2, "note": note], in: table)

        clock.advance(by: .seconds(5))

        let result: Result<TransactionOutcome, any Error>
        do { result = .success(try await held) } catch { result = .failure(error) }
        let error = #expect(throws: ServiceError.self) { try result.get() }
        #expect(error?.cancellationReasons.map(\.code) == [.itemCollectionSizeLimitExceeded])
        try await database.put(["id": "tom", "at": 1], in: table)
    }

    @Test func `a table that is deleted meanwhile cancels the transaction, and one of its name is free`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        let other = try await database.createTable("Dogs")
        async let held = database.transact(
            .putting(["id": "tom"], in: table),
            .putting(["id": "rex"], in: other),
            window: .seconds(5)
        )
        try await database.waitUntilHeld(["id": "tom"], in: table)
        try await database.deleteTable()
        let again = try await database.createTable()
        try await database.put(["id": "tom", "n": 1], in: again)

        clock.advance(by: .seconds(5))

        let result: Result<TransactionOutcome, any Error>
        do { result = .success(try await held) } catch { result = .failure(error) }
        #expect(throws: ServiceError.tableNotFound) { try result.get() }
        #expect(try await database.allItems(of: again) == [["id": "tom", "n": 1]])
        #expect(try await database.allItems(of: other).isEmpty)
        try await database.put(["id": "rex"], in: other)
    }

    @Test func `a batch hands back what a transaction holds, and does the rest`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        async let held = database.transact(.putting(["id": "tom"], in: table), window: .seconds(5))
        try await database.waitUntilHeld(["id": "tom"], in: table)

        let results = try await database.waiting { completion in
            database.applyAdmitted(
                [.put(["id": "tom", "n": 1], in: table), .put(["id": "kit"], in: table)],
                completingOn: ImmediateExecutor.shared,
                completion: completion
            )
        }
        clock.advance(by: .seconds(5))
        _ = try await held

        #expect(throws: ServiceError.transactionConflict) { try results[0].get() }
        #expect(throws: Never.self) { try results[1].get() }
        let items = try await database.allItems(of: table)
        #expect(items.count == 2 && items.contains(["id": "tom"]) && items.contains(["id": "kit"]))
    }

    @Test func `a window takes the units of a transaction once`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, throughput: ThroughputRules())
        let table = try await database.createTable()
        async let held = database.transact(.putting(["id": "tom"], in: table), window: .seconds(5))
        try await database.waitUntilHeld(["id": "tom"], in: table)
        let before = table.throughput.report(at: clock.now).members[0].lanes.write.consumedUnits

        clock.advance(by: .seconds(5))
        _ = try await held

        #expect(before == 2)
        #expect(table.throughput.report(at: clock.now).members[0].lanes.write.consumedUnits == 2)
    }

    @Test func `a closed store ends the transactions that hold items`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        async let held = database.transact(.putting(["id": "tom"], in: table), window: .seconds(5))
        try await database.waitUntilHeld(["id": "tom"], in: table)
        try database.close()

        clock.advance(by: .seconds(5))

        let result: Result<TransactionOutcome, any Error>
        do { result = .success(try await held) } catch { result = .failure(error) }
        #expect(throws: StorageError.closed) { try result.get() }
        #expect(!database.claims.holds(table.entryKey(for: PrimaryKey(["id": "tom"], of: table))))
    }
}

extension Database {
    /// Waits until a transaction holds an item.
    func waitUntilHeld(_ key: Item, in table: Table) async throws {
        let entryKey = table.entryKey(for: PrimaryKey(key, of: table))
        while !claims.holds(entryKey) { try await Task.sleep(for: .milliseconds(1)) }
    }
}
