// Where a table stands in its life, and which numbers its indexes have.

import Testing

@testable import ApusModel

struct TableDefinitionTests {
    /// The table is ready at 100.
    @Test(
        arguments: [
            (nil, nil, 99, .creating), (nil, nil, 100, .active), (200, nil, 99, .creating), (200, nil, 100, .updating),
            (200, nil, 199, .updating), (200, nil, 200, .active), (50, nil, 100, .active), (nil, 200, 199, .deleting),
            (nil, 200, 200, .gone), (200, 150, 149, .deleting), (200, 150, 150, .gone), (nil, 50, 40, .deleting),
        ] as [(Int64?, Int64?, Int64, TableState)]
    )
    func `the state follows from the times`(updated: Int64?, gone: Int64?, now: Int64, state: TableState) {
        var table = Self.table()
        table.updatedTime = updated.map { Timestamp(milliseconds: $0) }
        table.goneTime = gone.map { Timestamp(milliseconds: $0) }

        #expect(table.state(at: Timestamp(milliseconds: now)) == state)
    }

    @Test(
        arguments: [
            ([], 1), ([1], 2), ([2], 1), ([1, 3], 2), ([3, 2, 1], 4), (Array(1...253), 254), (Array(1...254), nil),
        ] as [([UInt8], UInt8?)]
    )
    func `a new index has the least number that is free`(ids: [UInt8], next: UInt8?) {
        var table = Self.table()
        table.indexes = ids.map { id in
            IndexDefinition(
                id: id,
                name: "index\(id)",
                kind: .global,
                keySchema: table.keySchema,
                projection: .all,
                readyTime: table.readyTime
            )
        }

        #expect(table.nextIndexID == next)
    }

    @Test func `a table without more is on-demand and defines its own keys`() {
        let table = Self.table()

        #expect(table.attributeDefinitions == table.keySchema.attributes)
        #expect(table.throughput.provisioned == nil)
        #expect(table.indexes.isEmpty)
        #expect(table.settings == TableSettings())
    }

    private static func table() -> TableDefinition {
        TableDefinition(
            name: TableName("Cats")!,
            region: "eu-north-1",
            uniqueID: "id",
            keySchema: KeySchema(
                partition: KeyAttribute(name: "id", type: .string),
                sort: KeyAttribute(name: "at", type: .number)
            ),
            creationTime: Timestamp(milliseconds: 0),
            readyTime: Timestamp(milliseconds: 100)
        )
    }
}
