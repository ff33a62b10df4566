// What changes cost, by whose account they are on.

import ApusExpressions
import ApusModel
import Testing

@testable import ApusDatabase

struct ChangeOriginTests {
    private static let origins: [(ChangeOrigin, table: Double, index: Double)] = [
        (.request, table: 3, index: 1), (.transaction, table: 6, index: 2), (.expiry, table: 0, index: 0),
    ]

    @Test(arguments: origins)
    func `a change costs what its origin says, of the table and of its indexes`(
        origin: ChangeOrigin,
        table units: Double,
        index: Double
    ) async throws {
        let database = try Database.forTests()
        let keys = KeySchema(partition: .string("boss"))
        let table = try await database.createTable(indexes: [.global(keys, .keysOnly)])
        let item: Item = ["id": "tom", "at": 1, "boss": "ann", "note": .string(String(repeating: "x", count: 2_100))]
        try await database.put(item, in: table)
        let key = PrimaryKey(item, of: table)

        let checked = try await database.apply(ItemChange(table: table, key: key, action: .check, origin: origin))
        let deleted = try await database.apply(ItemChange(table: table, key: key, action: .delete, origin: origin))

        #expect(checked[0].consumed.table == units)
        #expect(checked[0].consumed.indexes.isEmpty)
        #expect(deleted[0].consumed.table == units)
        #expect(deleted[0].consumed.total == units + index)
        #expect(try await database.allItems(of: table).isEmpty)
    }

    @Test func `a check leaves the item as it is`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        try await database.put(["id": "tom"], in: table)
        let key = PrimaryKey(["id": "tom"], of: table)

        let met = try await database.apply(
            ItemChange(table: table, key: key, action: .check, condition: try Condition("attribute_exists(id)"))
        )
        await #expect(throws: ServiceError.conditionalCheckFailed) {
            try await database.apply(
                ItemChange(table: table, key: key, action: .check, condition: try Condition("attribute_exists(nick)"))
            )
        }

        #expect(met[0].newSize == met[0].oldSize)
        #expect(try await database.allItems(of: table) == [["id": "tom"]])
    }
}
