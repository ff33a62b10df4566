// Random pages of random items, held against a sorted array.

import ApusExpressions
import ApusModel
import Testing

@testable import ApusDatabase

struct PageHistoryTests {
    @Test(arguments: StoreKind.allCases, 1...3 as ClosedRange<UInt64>)
    func `pages of a range, one after another, are the range`(kind: StoreKind, seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let database = try Database.forTests(try kind.makeStore())
        let table = try await database.createTable(sort: .string)
        let texts = Set((0..<60).map { _ in Self.text(using: &chance) })
        for text in texts { try await database.put(["id": "tom", "at": .string(text)], in: table) }
        let sorted = texts.map { AttributeValue.string($0) }.sorted { $0.order(relativeTo: $1)! < 0 }

        for _ in 0..<25 {
            let range = Self.range(using: &chance)
            let isForward = Bool.random(using: &chance)
            let limit = Int.random(in: 1...20, using: &chance)

            let found = try await database.pages(
                of: PageRequest(
                    table: table,
                    scope: .partition(KeySelection(partition: ["tom"], sort: range), isForward: isForward),
                    limit: limit
                )
            )

            let expected = sorted.filter { range.contains($0) }
            #expect(
                found.map { $0["at"] } == (isForward ? expected : expected.reversed()),
                "\(range), \(limit) at a time"
            )
        }
    }

    /// A text that is not empty, of letters that lie at the edges of the encoding.
    private static func text(using chance: inout SeededGenerator) -> String {
        let letters = ["\0", "\u{1}", "a", "b", "\u{FF}", "😀"]
        return (0..<Int.random(in: 1...4, using: &chance)).map { _ in letters.randomElement(using: &chance)! }.joined()
    }

    private static func range(using chance: inout SeededGenerator) -> SortKeyRange {
        let (left, right) = (AttributeValue.string(text(using: &chance)), AttributeValue.string(text(using: &chance)))
        let isOrdered = left.order(relativeTo: right)! <= 0
        return switch Int.random(in: 0..<8, using: &chance) {
        case 0: .all
        case 1: .equal(left)
        case 2: .less(than: left)
        case 3: .lessOrEqual(to: left)
        case 4: .greater(than: left)
        case 5: .greaterOrEqual(to: left)
        case 6: isOrdered ? .between(left, right) : .between(right, left)
        default: .beginning(with: left)
        }
    }
}
