// Units by table and index.

import ApusModel
import Testing

@testable import ApusThroughput

struct ConsumedUnitsTests {
    private static let byBoss = index("byBoss", .global)
    private static let byName = index("byName", .local)

    @Test func `units of a table and its indexes add up`() {
        var consumed = ConsumedUnits(table: 1.5)

        consumed.add(2, to: Self.byBoss)
        consumed.add(0.5, to: Self.byName)
        consumed.add(1, to: Self.byBoss)

        #expect(consumed.table == 1.5)
        #expect(consumed.indexes.map(\.name) == ["byBoss", "byName"])
        #expect(consumed.indexes.map(\.kind) == [.global, .local])
        #expect(consumed.indexes.map(\.units) == [3, 0.5])
        #expect(consumed.total == 5)
    }

    @Test func `an index that used nothing is not told`() {
        var consumed = ConsumedUnits()

        consumed.add(0, to: Self.byBoss)

        #expect(consumed.indexes.isEmpty)
        #expect(consumed == ConsumedUnits(table: 0))
        #expect(consumed.total == 0)
    }

    @Test func `the units of two requests add up, index by index`() {
        var (left, right) = (ConsumedUnits(table: 1), ConsumedUnits(table: 2))
        left.add(1, to: Self.byBoss)
        right.add(4, to: Self.byName)
        right.add(2, to: Self.byBoss)

        left += right

        #expect(left.table == 3)
        #expect(left.indexes.map(\.name) == ["byBoss", "byName"])
        #expect(left.indexes.map(\.units) == [3, 4])
        #expect(left.total == 10)
    }

    @Test func `indexes are told apart by the bytes of their names`() {
        var consumed = ConsumedUnits()

        consumed.add(1, to: Self.index("\u{E9}", .global))
        consumed.add(1, to: Self.index("e\u{301}", .global))

        #expect(consumed.indexes.map(\.units) == [1, 1])
    }

    private static func index(_ name: String, _ kind: IndexDefinition.Kind) -> IndexDefinition {
        IndexDefinition(
            id: 1,
            name: name,
            kind: kind,
            keySchema: KeySchema(partition: KeyAttribute(name: "boss", type: .string)),
            projection: .all,
            readyTime: Timestamp(milliseconds: 0)
        )
    }
}
