// Which items a page shows, and where it ends.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct PageRowsTests {
    private let database: Database
    private let table: Table

    /// A partition of ten items, and items of two others beside it.
    init() async throws {
        database = try Database.forTests()
        table = try await database.createTable(sort: .number)
        for id in ["left", "tom", "zoe"] {
            let items = (0..<10).map { ["id": .string(id), "at": .number(Number($0))] as Item }
            for item in items { try await database.put(item, in: table) }
        }
    }

    @Test(
        arguments: [
            (.all, Array(0..<10)), (.equal(3), [3]), (.equal(99), []), (.less(than: 3), [0, 1, 2]),
            (.less(than: 0), []),
            (.lessOrEqual(to: 3), [0, 1, 2, 3]), (.greater(than: 7), [8, 9]), (.greater(than: 9), []),
            (.greaterOrEqual(to: 7), [7, 8, 9]), (.between(3, 5), [3, 4, 5]), (.between(-5, 0), [0]),
            (.between(5, 3), []),
            (.between(20, 30), []),
        ] as [(SortKeyRange, [Int])]
    )
    func `a range of sort keys is shown in order, or against it`(range: SortKeyRange, expected: [Int]) async throws {
        let forward = try await database.page(
            PageRequest(table: table, scope: .tom(range, isForward: true))
        )
        let backward = try await database.page(
            PageRequest(table: table, scope: .tom(range, isForward: false))
        )

        #expect(forward.items.map { $0["at"] } == expected.map { .number(Number($0)) })
        #expect(backward.items == forward.items.reversed())
        #expect(forward.items.allSatisfy { $0["id"] == "tom" })
        #expect(forward.end.lastKey == nil && backward.end.lastKey == nil)
        #expect(forward.end.scannedCount == expected.count)
    }

    @Test(arguments: [true, false])
    func `a limit ends the page, also at the last item`(isForward: Bool) async throws {
        let scope = PageRequest.Scope.tom(.all, isForward: isForward)

        let three = try await database.page(PageRequest(table: table, scope: scope, limit: 3))
        let ten = try await database.page(PageRequest(table: table, scope: scope, limit: 10))
        let eleven = try await database.page(PageRequest(table: table, scope: scope, limit: 11))
        let rest = try await database.page(PageRequest(table: table, scope: scope, start: position(isForward ? 9 : 0)))

        #expect(three.items.count == 3)
        #expect(three.end.lastKey == three.items.last)
        #expect(ten.end.lastKey == ten.items.last)
        #expect(eleven.end.lastKey == nil)
        #expect(rest.items.isEmpty && rest.end.lastKey == nil)
    }

    @Test(arguments: [(4, [5, 6, 7, 8, 9]), (-1, Array(0..<10)), (9, []), (99, [])])
    func `a page goes on after a key, whether or not there is such an item`(start: Int, expected: [Int]) async throws {
        let forward = PageRequest(table: table, scope: .tom(.all, isForward: true), start: position(start))
        let backward = PageRequest(table: table, scope: .tom(.all, isForward: false), start: position(start))

        #expect(try await database.page(forward).items.map { $0["at"] } == expected.map { .number(Number($0)) })
        #expect(try await database.page(backward).items.count == (0..<10).count { $0 < start })
    }

    @Test func `a start key narrows a range further`() async throws {
        let forward = PageRequest(
            table: table,
            scope: .tom(.between(2, 6), isForward: true),
            start: position(4)
        )
        let backward = PageRequest(
            table: table,
            scope: .tom(.between(2, 6), isForward: false),
            start: position(4)
        )

        #expect(try await database.page(forward).items.map { $0["at"] } == [5, 6])
        #expect(try await database.page(backward).items.map { $0["at"] } == [3, 2])
    }

    @Test func `strings begin with a text by their bytes`() async throws {
        let table = try await database.createTable("Texts", sort: .string)
        for text in ["a", "ab", "ab\0", "ab\0c", "abc", "ac", "b", "\u{E9}", "e\u{301}"] {
            try await database.put(["id": "tom", "at": .string(text)], in: table)
        }
        func texts(_ beginning: String) async throws -> [AttributeValue?] {
            let scope = PageRequest.Scope.tom(.beginning(with: .string(beginning)), isForward: true)
            return try await database.page(PageRequest(table: table, scope: scope)).items.map { $0["at"] }
        }

        #expect(try await texts("ab") == ["ab", "ab\0", "ab\0c", "abc"])
        #expect(try await texts("ab\0") == ["ab\0", "ab\0c"])
        #expect(try await texts("e") == ["e\u{301}"])
        #expect(try await texts("x") == [])
    }

    @Test func `a page ends with the item that crosses 1 MB`() async throws {
        let table = try await database.createTable("Large", sort: .number)
        for number in 0..<6 {
            let text = AttributeValue.string(String(repeating: "x", count: 300_000))
            try await database.put(["id": "tom", "at": .number(Number(number)), "text": text], in: table)
        }
        let scope = PageRequest.Scope.tom(.all, isForward: true)

        let first = try await database.page(PageRequest(table: table, scope: scope))
        let second = try await database.page(
            PageRequest(
                table: table,
                scope: scope,
                start: PagePosition(of: PrimaryKey(partition: "tom", sort: 3), in: table)
            )
        )

        #expect(first.items.count == 4)
        #expect(first.end.lastKey == ["id": "tom", "at": 3])
        #expect(first.end.scannedBytes == first.items.reduce(0) { $0 + $1.itemSize })
        #expect(second.items.map { $0["at"] } == [4, 5])
        #expect(second.end.lastKey == nil)
    }

    @Test(arguments: [1, 2, 3, 7, 100, 1_000_000])
    func `each item is in exactly one segment`(totalSegments: Int) async throws {
        let segments = Set(
            ["left", "tom", "zoe"].map { id in
                var encoded: [UInt8] = []
                encoded.appendKey(.string(id))
                return PartitionHash(of: encoded).segment(of: totalSegments)
            }
        )
        var seen: [Item] = []

        for segment in totalSegments <= 100 ? Array(0..<totalSegments) : Array(segments) {
            let page = try await database.page(PageRequest(table: table, scope: .segment(segment, of: totalSegments)))
            for item in page.items {
                let position = PagePosition(of: PrimaryKey(item, of: table), in: table)
                #expect(position.isIn(segment: segment, of: totalSegments))
            }
            seen += page.items
        }

        let whole = try await database.page(PageRequest(table: table, scope: .segment(0, of: 1)))
        #expect(seen.count == 30)
        #expect(whole.items.allSatisfy { seen.contains($0) })
    }

    @Test func `a scan keeps partitions together and goes on where it ended`() async throws {
        let scope = PageRequest.Scope.segment(0, of: 1)
        let whole = try await database.page(PageRequest(table: table, scope: scope)).items

        let paged = try await database.pages(of: PageRequest(table: table, scope: scope, limit: 4))

        #expect(paged == whole)
        let partitions = whole.map { $0["id"] }
        #expect(zip(partitions, partitions.dropFirst()).count { $0 != $1 } == 2)
    }

    @Test func `a page shows one table only`() async throws {
        let empty = try await database.createTable("Empty", sort: .number)

        #expect(try await database.page(PageRequest(table: empty, scope: .segment(0, of: 1))).items.isEmpty)
        let scope = PageRequest.Scope.tom(.all, isForward: false)
        #expect(try await database.page(PageRequest(table: empty, scope: scope)).items.isEmpty)
    }

    private func position(_ sort: Int) -> PagePosition {
        PagePosition(of: PrimaryKey(partition: "tom", sort: .number(Number(sort))), in: table)
    }
}

extension PageRequest.Scope {
    fileprivate static func tom(_ range: SortKeyRange, isForward: Bool) -> PageRequest.Scope {
        .partition(KeySelection(partition: ["tom"], sort: range), isForward: isForward)
    }
}
