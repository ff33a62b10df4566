// Items that expire, and go.

import ApusModel
import ApusStorage
import ApusThroughput
import Testing

@testable import ApusDatabase

struct DatabaseExpiryTests {
    private let clock = ManualClock()

    /// A database with the table `Cats`, whose items expire by the attribute `expires`.
    private func expiring(
        expiryDelay: Duration = .zero,
        expiryPace: Int? = nil
    ) async throws -> (Database, Table) {
        let database = try Database.forTests(clock: clock, expiryDelay: expiryDelay, expiryPace: expiryPace)
        try await database.createTable()
        return (database, try await database.switchExpiry(true))
    }

    @Test func `an item is there until its time, and gone from then on`() async throws {
        let (database, table) = try await expiring()
        try await database.put(.expiring("tom", in: 60), in: table)

        clock.advance(by: .milliseconds(59_999))
        await database.settleExpiries()
        let before = try await database.ids(of: table)
        clock.advance(by: .milliseconds(1))
        await database.settleExpiries()

        #expect(before == ["tom"])
        #expect(try await database.ids(of: table) == [])
        #expect(database.expiredItemCount(of: table) == 1)
        try await database.expectExactExpiry()
    }

    @Test func `an item that expired before it was written goes at once`() async throws {
        let (database, table) = try await expiring()

        try await database.put(.expiring("tom", in: -60), in: table)
        await database.settleExpiries()

        #expect(try await database.ids(of: table) == [])
    }

    @Test func `only a number in the attribute itself counts`() async throws {
        let (database, table) = try await expiring()
        let past: AttributeValue = 1_767_225_000
        try await database.put(
            ["id": "text", "expires": "1767225000"],
            ["id": "list", "expires": [past]],
            ["id": "nested", "x": ["expires": past]],
            ["id": "other", "Expires": past],
            ["id": "set", "expires": .numberSet([1_767_225_000])],
            ["id": "below", "expires": -1],
            ["id": "huge", "expires": .number(try Number("9E125"))],
            ["id": "old", "expires": .number(Number(1_767_225_600 - 157_680_001))],
            ["id": "nearly old", "expires": .number(Number(1_767_225_600 - 157_680_000))],
            ["id": "due", "expires": past],
            in: table
        )

        await database.settleExpiries()

        #expect(
            try await database.ids(of: table)
                == ["below", "huge", "list", "nested", "old", "other", "set", "text"]
        )
        try await database.expectExactExpiry()
    }

    @Test func `an item that has been due for too long by then stays`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        try await database.put(.expiring("tom", in: -157_679_000), .expiring("kim", in: -157_678_000), in: table)

        clock.advance(by: .seconds(1_800))
        try await database.switchExpiry(true)
        await database.settleExpiries()

        #expect(try await database.ids(of: table) == ["tom"])
        try await database.expectExactExpiry()
    }

    @Test func `a time that has moved on counts, and none at all`() async throws {
        let (database, table) = try await expiring()
        try await database.put(["tom", "kim", "joe", "ann"].map { .expiring($0, in: 60) }, in: table)

        try await database.apply(
            .update("SET expires = expires + :h", [(":h", 3_600)], of: ["id": "tom"], in: table),
            .update("REMOVE expires", of: ["id": "kim"], in: table),
            .update("SET expires = :s", [(":s", "never")], of: ["id": "joe"], in: table),
            .put(["id": "ann"], in: table)
        )
        clock.advance(by: .seconds(60))
        await database.settleExpiries()

        #expect(try await database.ids(of: table) == ["ann", "joe", "kim", "tom"])
        try await database.expectExactExpiry()
        clock.advance(by: .seconds(3_600))
        await database.settleExpiries()
        #expect(try await database.ids(of: table) == ["ann", "joe", "kim"])
        try await database.expectExactExpiry()
    }

    @Test func `a sorted key may be the time`() async throws {
        let database = try Database.forTests(clock: clock)
        try await database.createTable(sort: .number)
        let table = try await database.switchExpiry(true, by: "at")
        let items = (1...3).map { ["id": "tom", "at": .number(Number(1_767_225_600 + $0))] as Item }
        try await database.put(items, in: table)

        clock.advance(by: .seconds(2))
        await database.settleExpiries()

        #expect(try await database.allItems(of: table) == [items[2]])
        try await database.expectExactExpiry()
    }

    @Test func `indexes and counters follow, and no throughput is used`() async throws {
        let database = try Database.forTests(clock: clock, throughput: ThroughputRules())
        let keys = KeySchema(partition: .string("boss"))
        try await database.createTable(
            indexes: [.global(keys, id: 1), .global(keys, .keysOnly, id: 2), .local(sort: .string("nick"), id: 3)]
        )
        let table = try await database.switchExpiry(true)
        let more: Item = ["boss": "ann", "nick": "x", "at": 1]
        try await database.put((0..<600).map { .expiring("cat\($0)", in: $0, more) }, in: table)
        let consumed = table.throughput.report(at: clock.now).members.map(\.lanes[.write].consumedUnits)

        clock.advance(by: .seconds(449))
        await database.settleExpiries()

        let members = table.throughput.report(at: clock.now).members
        #expect(members.map(\.lanes[.write].consumedUnits) == consumed)
        #expect(try database.statistics(of: table).table.itemCount == 150)
        #expect(database.expiredItemCount(of: table) == 450)
        try await database.expectExactIndexes(of: table)
        try await database.expectExactExpiry()
    }

    @Test func `what is due in several tables goes, each by its own attribute`() async throws {
        let (database, cats) = try await expiring()
        try await database.createTable("Dogs")
        try await database.createTable("Birds")
        let dogs = try await database.switchExpiry(true, of: "Dogs", by: "end")
        let birds = try #require(database.catalog.table(named: TableName("Birds")!, in: "eu-north-1")).table
        for table in [cats, dogs, birds] {
            try await database.put(
                .expiring("tom", in: 5),
                .expiring("rex", in: 5, ["end": .number(Number(1_767_225_604))]),
                in: table
            )
        }

        clock.advance(by: .seconds(5))
        await database.settleExpiries()

        #expect(try await database.ids(of: cats) == [])
        #expect(try await database.ids(of: dogs) == ["tom"])
        #expect(try await database.ids(of: birds) == ["rex", "tom"])
    }

    @Test func `an item in the hands of a transaction goes after that`() async throws {
        let (database, table) = try await expiring()
        try await database.put(.expiring("tom", in: 60), .expiring("kim", in: 60), .expiring("joe", in: 61), in: table)
        let place = ItemPlace(of: PrimaryKey(partition: "tom", sort: nil), in: table)
        database.claims.hold([place])

        clock.advance(by: .seconds(60))
        await database.settleExpiries()
        let held = try await database.ids(of: table)
        clock.advance(by: .seconds(1))
        await database.settleExpiries()
        let stillHeld = try await database.ids(of: table)
        database.claims.release([place])
        await database.settleExpiries()

        #expect(held == ["joe", "tom"])
        #expect(stillHeld == ["tom"])
        #expect(try await database.ids(of: table) == [])
        try await database.expectExactExpiry()
    }

    @Test func `with a delay items go so much later`() async throws {
        let (database, table) = try await expiring(expiryDelay: .seconds(30))
        try await database.put(.expiring("tom", in: 60), in: table)

        clock.advance(by: .milliseconds(89_999))
        await database.settleExpiries()
        let before = try await database.ids(of: table)
        clock.advance(by: .milliseconds(1))
        await database.settleExpiries()

        #expect(before == ["tom"])
        #expect(try await database.ids(of: table) == [])
    }

    @Test func `a pace is kept`() async throws {
        let (database, table) = try await expiring(expiryPace: 100)
        try await database.put((0..<40).map { .expiring("cat\($0)", in: 1) }, in: table)
        let start = ContinuousClock.now

        clock.advance(by: .seconds(1))
        await database.settleExpiries()

        // Ten at a time, and a tenth of a second after each.
        #expect(ContinuousClock.now - start >= .milliseconds(400))
        #expect(try await database.ids(of: table) == [])
    }

    @Test func `with the clock of the machine items go by themselves`() async throws {
        let database = try Database.forTests(clock: SystemClock())
        try await database.createTable()
        let table = try await database.switchExpiry(true)
        let soon = SystemClock().now.advanced(by: .milliseconds(300)).seconds
        try await database.put(["id": "tom", "expires": .number(try Number("\(soon)"))], in: table)

        for _ in 0..<1_000 where try await !database.ids(of: table).isEmpty {
            try await Task.sleep(for: .milliseconds(10))
        }

        #expect(try await database.ids(of: table) == [])
        #expect(SystemClock().now.seconds >= soon)
    }

    @Test func `a table that is gone leaves nothing behind, and its name may be used again`() async throws {
        let (database, table) = try await expiring()
        try await database.put(.expiring("tom", in: 60), in: table)

        try await database.deleteTable()
        await database.finishBackgroundWork()
        let anew = try await database.createTable()
        try await database.put(.expiring("kim", in: 60), in: anew)
        clock.advance(by: .seconds(60))
        await database.settleExpiries()

        #expect(try database.expiryKeys(of: table) == [])
        #expect(try await database.ids(of: anew) == ["kim"])
    }

    @Test func `items of one millisecond beyond what goes at once all go`() async throws {
        let (database, table) = try await expiring()
        try await database.put((0..<1_001).map { .expiring("cat\($0)", in: 1) }, in: table)

        clock.advance(by: .seconds(1))
        await database.settleExpiries()

        #expect(try await database.ids(of: table) == [])
        #expect(database.expiredItemCount(of: table) == 1_001)
    }
}
