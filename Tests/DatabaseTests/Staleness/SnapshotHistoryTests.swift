// Reads that see the state of a while ago, and never an older one.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct SnapshotHistoryTests {
    private static let tom = PrimaryKey(partition: "tom", sort: nil)

    private let clock = ManualClock()

    @Test(arguments: StoreKind.allCases)
    func `an eventually consistent read sees the state of so long ago`(kind: StoreKind) async throws {
        let database = try Database.forTests(try kind.makeStore(), clock: clock, staleness: .seconds(1))
        let table = try await database.createTable()
        try await database.put(["id": "tom", "v": 1], in: table)
        clock.advance(by: .milliseconds(500))
        try await database.put(["id": "tom", "v": 2], in: table)

        // At 1,000 ms the state of the beginning is seen, at 1,500 ms that of 500 ms.
        clock.advance(by: .milliseconds(500))
        #expect(try await database.item(Self.tom, of: table, isConsistent: false) == ["id": "tom", "v": 1])
        #expect(try await database.item(Self.tom, of: table) == ["id": "tom", "v": 2])
        clock.advance(by: .milliseconds(500))
        #expect(try await database.item(Self.tom, of: table, isConsistent: false) == ["id": "tom", "v": 2])
    }

    @Test func `what was not there yet is not seen`() async throws {
        let database = try Database.forTests(clock: clock, staleness: .seconds(1))
        let table = try await database.createTable()
        clock.advance(by: .seconds(5))
        try await database.put(["id": "tom"], in: table)

        #expect(try await database.item(Self.tom, of: table, isConsistent: false) == nil)
        clock.advance(by: .seconds(1))
        #expect(try await database.item(Self.tom, of: table, isConsistent: false) == ["id": "tom"])
    }

    @Test func `pages of a global index are stale, consistent pages of the table are not`() async throws {
        let database = try Database.forTests(clock: clock, staleness: .seconds(1))
        let table = try await database.createTable(
            keys: KeySchema(partition: .string("id")),
            indexes: [
                IndexDefinition(
                    id: 1,
                    name: "byKind",
                    kind: .global,
                    keySchema: KeySchema(partition: .string("kind")),
                    projection: .all,
                    readyTime: clock.now
                )
            ]
        )
        clock.advance(by: .seconds(2))
        try await database.put(["id": "tom", "kind": "tabby"], in: table)

        func count(_ index: Index?, isConsistent: Bool) async throws -> Int {
            let page = PageRequest(table: table, index: index, scope: .segment(0, of: 1), isConsistent: isConsistent)
            return try await database.page(page).items.count
        }
        #expect(try await count(table.indexes[0], isConsistent: false) == 0)
        #expect(try await count(nil, isConsistent: false) == 0)
        #expect(try await count(nil, isConsistent: true) == 1)
        clock.advance(by: .seconds(1))
        #expect(try await count(table.indexes[0], isConsistent: false) == 1)
    }

    @Test func `a read may ask for an age of its own, once states are kept`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        try await database.put(["id": "tom", "v": 1], in: table)
        database.keepStates(for: .seconds(2))
        clock.advance(by: .seconds(1))
        try await database.put(["id": "tom", "v": 2], in: table)
        clock.advance(by: .milliseconds(100))

        #expect(database.snapshot(isConsistent: false, staleness: nil).isNewest(of: database))
        #expect(!database.snapshot(isConsistent: false, staleness: .seconds(1)).isNewest(of: database))
        #expect(database.snapshot(isConsistent: true, staleness: .seconds(1)).isNewest(of: database))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `no read is staler than it may be, however the writes come`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let database = try Database.forTests(clock: clock, staleness: .milliseconds(640))
        let table = try await database.createTable()
        // When each version was replaced by the next.
        var ends: [Int: Timestamp] = [:]
        var version = 0
        var staleCount = 0
        for _ in 0..<600 {
            clock.advance(by: .milliseconds(Int.random(in: 0...30, using: &chance)))
            if Bool.random(using: &chance) {
                ends[version] = clock.now
                version += 1
                try await database.put(["id": "tom", "v": .number(Number(version))], in: table)
            }
            let item = try await database.item(Self.tom, of: table, isConsistent: false)
            let seen = (0...version).first { item?["v"] == .number(Number($0)) } ?? 0
            if seen < version { staleCount += 1 }
            if let end = ends[seen] { #expect(clock.now.milliseconds(since: end) <= 640, "seed \(seed)") }
        }
        #expect(staleCount > 300, "seed \(seed)")
    }
}

extension Snapshot {
    /// Whether this state has all that the newest one has, by an item that tells versions apart.
    fileprivate func isNewest(of database: Database) -> Bool {
        let newest = try? database.store.snapshot().keysAndValues
        return (try? keysAndValues) == newest
    }

    private var keysAndValues: [[UInt8]] {
        get throws {
            var all: [[UInt8]] = []
            try scan(.all, .forward) { key, value throws(StorageError) in
                all.append(Array(key) + Array(value))
                return .next
            }
            return all
        }
    }
}
