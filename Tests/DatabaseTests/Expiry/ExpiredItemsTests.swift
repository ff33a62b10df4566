// What becomes of an item between the look at the index by time and its removal.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ExpiredItemsTests {
    private let clock = ManualClock()
    private let due = Timestamp(milliseconds: 1_767_225_660_000)

    @Test func `an item is looked at again before it goes`() async throws {
        let database = try Database.forTests(clock: clock, expiryDelay: .seconds(86_400))
        try await database.createTable()
        let table = try await database.switchExpiry(true)
        try await database.put(["tom", "kim", "joe", "ann"].map { .expiring($0, in: 60) }, in: table)
        let expired = try read(database, table)

        try await database.apply(
            .update("SET expires = expires + :s", [(":s", 1)], of: ["id": "tom"], in: table),
            .update("REMOVE expires", of: ["id": "kim"], in: table),
            .delete(["id": "joe"], in: table)
        )
        clock.advance(to: due)
        let removal = try await remove(expired, database, table)

        #expect(expired.entries.count == 4)
        #expect(removal.removedCount == 1)
        #expect(try await database.ids(of: table) == ["kim", "tom"])
        try await database.expectExactExpiry()
    }

    @Test func `an entry without an item is cleared away`() async throws {
        let database = try Database.forTests(clock: clock, expiryDelay: .seconds(86_400))
        try await database.createTable()
        let table = try await database.switchExpiry(true)
        let expiry = try #require(table.expiry)
        let itemKey = table.entryKey(for: PrimaryKey(partition: "tom", sort: nil))
        try database.store.writeAndWait { $0.put([], for: expiry.entryKey(of: due, for: itemKey)) }

        clock.advance(to: due)
        let removal = try await remove(try read(database, table), database, table)

        #expect(removal.removedCount == 0)
        #expect(try database.expiryKeys(of: table) == [])
    }

    @Test func `nothing goes once time to live is disabled, or enabled anew`() async throws {
        let database = try Database.forTests(clock: clock, expiryDelay: .seconds(86_400))
        try await database.createTable()
        let table = try await database.switchExpiry(true)
        try await database.put(.expiring("tom", in: 60), in: table)
        let expired = try read(database, table)
        clock.advance(to: due)

        try await database.switchExpiry(false)
        let disabled = try await remove(expired, database, table)
        try await database.switchExpiry(true)
        let anew = try await remove(expired, database, table)

        #expect(disabled.removedCount == 0)
        #expect(anew.removedCount == 0)
        #expect(try await database.ids(of: table) == ["tom"])
        await database.settleExpiries()
        try await database.expectExactExpiry()
    }

    private func read(_ database: Database, _ table: Table) throws -> ExpiredItems {
        try ExpiredItems(
            reading: database.store.snapshot(),
            by: try #require(table.expiry),
            from: .first(of: Timestamp(milliseconds: 0)),
            at: due,
            dueUntil: due,
            limit: 10
        )
    }

    private func remove(
        _ expired: ExpiredItems,
        _ database: Database,
        _ table: Table
    ) async throws -> ExpiredItems.Removal {
        try await database.waiting { completion in
            database.write(completingOn: ImmediateExecutor.shared) { writer in
                try expired.remove(from: table, by: writer)
            } completion: {
                completion($0)
            }
        }
    }
}
