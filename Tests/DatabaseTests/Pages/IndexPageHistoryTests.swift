// Random pages of an index with several key attributes, held against a sorted array.

import ApusExpressions
import ApusModel
import Testing

@testable import ApusDatabase

struct IndexPageHistoryTests {
    private static let keys = KeySchema(
        partition: [.string("boss"), .number("team")],
        sort: [.number("rank"), .string("nick"), .binary("seal")]
    )

    @Test(arguments: StoreKind.allCases, 1...4 as ClosedRange<UInt64>)
    func `pages of a selection, one after another, are the selection`(kind: StoreKind, seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let database = try Database.forTests(try kind.makeStore())
        let table = try await database.createTable(indexes: [.global(Self.keys, .keysOnly)])
        let items = (0..<150).map { Self.item($0, using: &chance) }
        try await database.put(items, in: table)
        let sorted = items.sorted { Self.precedes($0, $1, in: table) }

        for _ in 0..<40 {
            let selection = Self.selection(using: &chance)
            let request = PageRequest(
                table: table,
                index: table.indexes[0],
                scope: .partition(selection, isForward: Bool.random(using: &chance)),
                limit: Int.random(in: 1...12, using: &chance),
                fetchesItems: Bool.random(using: &chance)
            )

            let found = try await database.pages(of: request)

            let expected = sorted.filter { Self.isSelected($0, by: selection) }
            let isForward = if case .partition(_, isForward: true) = request.scope { true } else { false }
            #expect(
                found.map { $0["at"] } == (isForward ? expected : expected.reversed()).map { $0["at"] },
                "\(selection)"
            )
            #expect(found.allSatisfy { ($0["note"] != nil) == request.fetchesItems })
        }
    }

    private static func isSelected(_ item: Item, by selection: KeySelection) -> Bool {
        let partition = keys.partition.map { item[$0.name]! }
        let sort = keys.sort.map { item[$0.name]! }
        let count = selection.sortPrefix.count
        return partition == selection.partition && Array(sort[..<count]) == selection.sortPrefix
            && selection.sort.contains(sort[count])
    }

    /// The order of the sort key, then that of the table's key.
    private static func precedes(_ left: Item, _ right: Item, in table: Table) -> Bool {
        for name in keys.sort.map(\.name) + ["id", "at"] {
            let order = left[name]!.order(relativeTo: right[name]!)!
            if order != 0 { return order < 0 }
        }
        return false
    }

    private static func item(_ number: Int, using chance: inout SeededGenerator) -> Item {
        [
            "id": .string(["tom", "zoe"].randomElement(using: &chance)!), "at": .number(Number(number)),
            "boss": value(of: .string, using: &chance), "team": .number(Number(Int.random(in: 0...1, using: &chance))),
            "rank": value(of: .number, using: &chance), "nick": value(of: .string, using: &chance),
            "seal": value(of: .binary, using: &chance), "note": "x",
        ]
    }

    /// One of few values, so that items share them.
    private static func value(of type: KeyAttributeType, using chance: inout SeededGenerator) -> AttributeValue {
        switch type {
        case .string: .string(["a", "a\0", "ab", "b"].randomElement(using: &chance)!)
        case .number: .number(Number([-20, -3, 0, 3, 100].randomElement(using: &chance)!))
        case .binary: .binary([[0], [0, 0], [0, 1], [0xFF]].randomElement(using: &chance)!)
        }
    }

    private static func selection(using chance: inout SeededGenerator) -> KeySelection {
        let prefix = keys.sort.prefix(Int.random(in: 0..<keys.sort.count, using: &chance))
        return KeySelection(
            partition: [
                value(of: .string, using: &chance), .number(Number(Int.random(in: 0...1, using: &chance))),
            ],
            sortPrefix: prefix.map { value(of: $0.type, using: &chance) },
            sort: range(of: keys.sort[prefix.count].type, using: &chance)
        )
    }

    private static func range(of type: KeyAttributeType, using chance: inout SeededGenerator) -> SortKeyRange {
        let (left, right) = (value(of: type, using: &chance), value(of: type, using: &chance))
        return switch Int.random(in: 0..<(type == .number ? 7 : 8), using: &chance) {
        case 0: .all
        case 1: .equal(left)
        case 2: .less(than: left)
        case 3: .lessOrEqual(to: left)
        case 4: .greater(than: left)
        case 5: .greaterOrEqual(to: left)
        case 6: left.order(relativeTo: right)! <= 0 ? .between(left, right) : .between(right, left)
        default: .beginning(with: left)
        }
    }
}
