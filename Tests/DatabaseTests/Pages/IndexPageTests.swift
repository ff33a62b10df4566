// Which entries of an index a page shows, and where it ends.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct IndexPageTests {
    private let database: Database
    private let table: Table
    private let byBoss: Index
    private let byNick: Index

    /// Ten cats of Ann, by their rank; three of Bob, all of one rank.
    init() async throws {
        database = try Database.forTests()
        table = try await database.createTable(indexes: [
            .global(KeySchema(partition: .string("boss"), sort: .number("rank")), .include(["color"]), id: 1),
            .local(sort: .string("nick"), .keysOnly, id: 2),
        ])
        (byBoss, byNick) = (table.indexes[0], table.indexes[1])
        for number in 0..<10 {
            try await database.put(
                [
                    "id": .string("cat\(number % 2)"), "at": .number(Number(number)), "boss": "ann", "color": "red",
                    "rank": .number(Number(9 - number)), "nick": .string("n\(number / 3)"), "note": "x",
                ],
                in: table
            )
        }
        for number in 20..<23 {
            try await database.put(
                ["id": "cat0", "at": .number(Number(number)), "boss": "bob", "rank": 5],
                in: table
            )
        }
    }

    // MARK: Order, limits, positions

    @Test(
        arguments: [
            (.all, Array(0..<10)), (.equal(3), [3]), (.equal(99), []), (.less(than: 2), [0, 1]),
            (.lessOrEqual(to: 2), [0, 1, 2]), (.greater(than: 8), [9]), (.greaterOrEqual(to: 8), [8, 9]),
            (.between(3, 5), [3, 4, 5]), (.between(5, 3), []),
        ] as [(SortKeyRange, [Int])]
    )
    func `a range of an index is shown in the order of its sort key, or against it`(
        range: SortKeyRange,
        expected: [Int]
    ) async throws {
        let forward = try await page(.ann(range, isForward: true))
        let backward = try await page(.ann(range, isForward: false))

        #expect(forward.items.map { $0["rank"] } == expected.map { .number(Number($0)) })
        #expect(backward.items == forward.items.reversed())
        #expect(forward.end.scannedBytes == forward.items.totalSize)
        #expect(forward.end.fetchedCount == 0)
        #expect(forward.end.lastKey == nil && backward.end.lastKey == nil)
    }

    @Test func `an entry shows what the index holds`() async throws {
        let ofAnn = try await page(.ann(.equal(9), isForward: true))
        let ofCat = try await database.page(
            PageRequest(
                table: table,
                index: byNick,
                scope: .partition(KeySelection(partition: ["cat0"], sort: .equal("n0")), isForward: true)
            )
        )

        #expect(ofAnn.items == [["id": "cat0", "at": 0, "boss": "ann", "rank": 9, "color": "red"]])
        #expect(ofCat.items == [["id": "cat0", "at": 0, "nick": "n0"], ["id": "cat0", "at": 2, "nick": "n0"]])
    }

    @Test(arguments: [true, false])
    func `a page that ends at a limit tells the keys of the index and of the table`(isForward: Bool) async throws {
        let three = try await page(.ann(.all, isForward: isForward), limit: 3)
        let ten = try await page(.ann(.all, isForward: isForward), limit: 10)
        let eleven = try await page(.ann(.all, isForward: isForward), limit: 11)

        #expect(three.items.count == 3)
        #expect(
            three.end.lastKey
                == (isForward
                    ? ["id": "cat1", "at": 7, "boss": "ann", "rank": 2]
                    : ["id": "cat0", "at": 2, "boss": "ann", "rank": 7])
        )
        #expect(ten.end.lastKey != nil)
        #expect(eleven.end.lastKey == nil)
    }

    @Test(arguments: [true, false], [1, 2, 3])
    func `entries of one index key are all shown, page after page`(isForward: Bool, limit: Int) async throws {
        let scope = PageRequest.Scope.partition(
            KeySelection(partition: ["bob"], sort: .equal(5)),
            isForward: isForward
        )

        let found = try await database.pages(of: PageRequest(table: table, index: byBoss, scope: scope, limit: limit))

        let expected: [AttributeValue] = [20, 21, 22]
        #expect(found.map { $0["at"] } == (isForward ? expected : expected.reversed()))
    }

    @Test(arguments: [
        (4, "cat9", [5, 6, 7, 8, 9]), (4, "a", [4, 5, 6, 7, 8, 9]), (-1, "a", Array(0..<10)), (9, "z", []),
    ])
    func `a page goes on after a position, whether or not an entry is there`(
        rank: Int,
        id: String,
        expected: [Int]
    ) async throws {
        let start = PagePosition(
            of: ["ann", .number(Number(rank))],
            PrimaryKey(partition: .string(id), sort: 0),
            in: byBoss
        )

        let forward = try await page(.ann(.all, isForward: true), start: start)
        let backward = try await page(.ann(.all, isForward: false), start: start)

        #expect(forward.items.map { $0["rank"] } == expected.map { .number(Number($0)) })
        #expect(backward.items.count == 10 - expected.count)
    }

    // MARK: Fetching

    @Test func `the items of entries are fetched from their table`() async throws {
        let request = PageRequest(
            table: table,
            index: byNick,
            scope: .partition(KeySelection(partition: ["cat1"]), isForward: true),
            limit: 3,
            fetchesItems: true
        )

        let page = try await database.page(request)

        #expect(page.items.map { $0["at"] } == [1, 3, 5])
        #expect(page.items.allSatisfy { $0["note"] == "x" })
        #expect(page.end.scannedCount == 3 && page.end.fetchedCount == 3)
        #expect(page.end.scannedBytes == 3 * "id-cat1-at-..-nick-n0".filter { $0 != "-" }.utf8.count)
        #expect(page.end.fetchedBlocks == 3)
        #expect(page.end.lastKey == ["id": "cat1", "at": 5, "nick": "n1"])
    }

    @Test(arguments: StoreKind.allCases)
    func `what is fetched counts for the end of a page, and in blocks of its own`(kind: StoreKind) async throws {
        let database = try Database.forTests(try kind.makeStore())
        let table = try await database.createTable(indexes: [.local(sort: .string("nick"), .keysOnly)])
        for number in 0..<6 {
            let note = AttributeValue.string(String(repeating: "x", count: 300_000))
            let item: Item = ["id": "tom", "at": .number(Number(number)), "nick": "n", "note": note]
            try await database.put(item, in: table)
        }
        func page(fetches: Bool, start: PagePosition? = nil) async throws -> (items: [Item], end: PageEnd) {
            let scope = PageRequest.Scope.partition(KeySelection(partition: ["tom"]), isForward: true)
            return try await database.page(
                PageRequest(table: table, index: table.indexes[0], scope: scope, start: start, fetchesItems: fetches)
            )
        }

        let entries = try await page(fetches: false)
        let first = try await page(fetches: true)
        let start = PagePosition(of: ["tom", "n"], PrimaryKey(partition: "tom", sort: 3), in: table.indexes[0])
        let second = try await page(fetches: true, start: start)

        #expect(entries.items.count == 6 && entries.end.lastKey == nil)
        #expect(first.items.count == 4 && first.end.lastKey == ["id": "tom", "at": 3, "nick": "n"])
        #expect(first.end.fetchedBytes == first.items.totalSize)
        #expect(first.end.fetchedBlocks == 4 * 74)
        #expect(second.items.map { $0["at"] } == [4, 5] && second.end.lastKey == nil)
    }

    @Test func `an entry without its item is damage`() async throws {
        let key = table.entryKey(for: PrimaryKey(partition: "cat1", sort: 3))
        try database.store.writeAndWait { $0.delete(key) }
        let scope = PageRequest.Scope.partition(KeySelection(partition: ["cat1"]), isForward: true)

        await #expect(throws: StorageError.self) {
            try await database.page(PageRequest(table: table, index: byNick, scope: scope, fetchesItems: true))
        }
    }

    // MARK: Segments

    @Test(arguments: [1, 2, 3, 7, 100])
    func `each entry is in exactly one segment of its index`(totalSegments: Int) async throws {
        for index in [byBoss, byNick] {
            var seen: [Item] = []

            for segment in 0..<totalSegments {
                let scope = PageRequest.Scope.segment(segment, of: totalSegments)
                let page = try await database.page(PageRequest(table: table, index: index, scope: scope))
                for entry in page.items {
                    let position = PagePosition(ofEntry: entry, in: index, of: table)
                    #expect(position.isIn(segment: segment, of: totalSegments))
                }
                seen += page.items
            }

            #expect(seen == (try await database.allItems(of: table, in: index)))
        }
    }

    @Test func `a scan of an index goes on where it ended`() async throws {
        let request = PageRequest(table: table, index: byBoss, scope: .segment(0, of: 1), limit: 4)

        let found = try await database.pages(of: request)

        #expect(found == (try await database.allItems(of: table, in: byBoss)))
        #expect(found.count == 13)
    }

    private func page(
        _ scope: PageRequest.Scope,
        start: PagePosition? = nil,
        limit: Int? = nil
    ) async throws -> (items: [Item], end: PageEnd) {
        try await database.page(PageRequest(table: table, index: byBoss, scope: scope, start: start, limit: limit))
    }
}

extension PageRequest.Scope {
    fileprivate static func ann(_ range: SortKeyRange, isForward: Bool) -> PageRequest.Scope {
        .partition(KeySelection(partition: ["ann"], sort: range), isForward: isForward)
    }
}
