// Random histories of items that expire, held against a table in memory that knows only the rule.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ExpiryHistoryTests {
    private static let steps = 120

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `after each move of the clock the table is the one of the rule`(seed: UInt64) async throws {
        var world = try World(seed: seed)
        try await world.createTable()

        for step in 0..<Self.steps {
            try await world.takeStep()
            guard try await world.isAgreed() else {
                Issue.record("seed \(seed): the table differs after step \(step)")
                break
            }
        }

        try await world.database.expectExactExpiry()
        try await world.database.expectExactIndexes(of: world.table)
        try world.store.close()
    }
}

/// A database, and what its one table is to have.
private struct World {
    private var chance: SeededGenerator
    private let clock = ManualClock()
    private let directory = TemporaryDirectory()
    private(set) var store: RocksDBStore
    private(set) var database: Database

    /// The items that there are to be, by id.
    private var items: [String: Item] = [:]
    /// The attribute by which they expire; nil where they do not.
    private var attribute: String?

    init(seed: UInt64) throws {
        chance = SeededGenerator(seed: seed)
        store = try RocksDBStore(directory: directory.path)
        database = try Database.forTests(store, clock: clock)
    }

    var table: Table {
        get throws { try database.catalog.activeTable(named: TableName("Cats")!, in: "eu-north-1") }
    }

    func createTable() async throws {
        try await database.createTable(
            keys: KeySchema(partition: .string("id")),
            indexes: [.global(KeySchema(partition: .string("boss"), sort: .number("expires")))]
        )
    }

    mutating func takeStep() async throws {
        switch Int.random(in: 0..<20, using: &chance) {
        case 0: try await switchExpiry()
        case 1: try reopen()
        case 2..<7: clock.advance(by: .seconds(Int.random(in: 1...200, using: &chance)))
        default: try await write()
        }
    }

    /// Whether the table has what it is to have, once all is removed that is due.
    mutating func isAgreed() async throws -> Bool {
        await database.settleExpiries()
        if let attribute { items = items.filter { !Self.isExpired($0.value[attribute], at: clock.now) } }
        let found = try await database.allItems(of: table)
        let byID = Dictionary(uniqueKeysWithValues: found.map { (Self.id(of: $0), $0) })
        return byID == items
    }

    /// The rule, in numbers that a test can follow: times here are whole and half seconds.
    private static func isExpired(_ value: AttributeValue?, at now: Timestamp) -> Bool {
        guard case .number(let number) = value, let seconds = Double(number.description) else { return false }
        let age = now.seconds - seconds
        return age >= 0 && age <= 157_680_000
    }

    private static func id(of item: Item) -> String {
        guard case .string(let id) = item["id"] else { return "" }
        return id
    }

    // MARK: Steps

    private mutating func switchExpiry() async throws {
        if let attribute {
            try await database.switchExpiry(false, by: attribute)
            self.attribute = nil
        } else {
            let name = Bool.random(using: &chance) ? "expires" : "grade"
            try await database.switchExpiry(true, by: name)
            attribute = name
        }
    }

    private mutating func reopen() throws {
        try store.close()
        store = try RocksDBStore(directory: directory.path)
        database = try Database.forTests(store, clock: clock)
    }

    private mutating func write() async throws {
        let changes = try (0..<Int.random(in: 1...40, using: &chance)).map { _ in try change() }
        _ = try await database.waiting {
            database.apply(changes, completingOn: ImmediateExecutor.shared, completion: $0)
        }
    }

    private mutating func change() throws -> ItemChange {
        let id = "cat\(Int.random(in: 0..<150, using: &chance))"
        let table = try table
        switch Int.random(in: 0..<6, using: &chance) {
        case 0:
            items[id] = nil
            return .delete(["id": .string(id)], in: table)
        case 1:
            let name = Bool.random(using: &chance) ? "expires" : "grade"
            let value = time()
            items[id, default: ["id": .string(id)]][name] = value
            return try .update("SET \(name) = :v", [(":v", value)], of: ["id": .string(id)], in: table)
        default:
            var item: Item = ["id": .string(id), "expires": time()]
            if Bool.random(using: &chance) { item["grade"] = time() }
            if Bool.random(using: &chance) { item["boss"] = .string("b\(Int.random(in: 0..<5, using: &chance))") }
            items[id] = item
            return .put(item, in: table)
        }
    }

    /// A time: soon, past, long past, never, or far away.
    private mutating func time() -> AttributeValue {
        let now = Double(clock.now.milliseconds / 1_000)
        let offset: Double
        switch Int.random(in: 0..<12, using: &chance) {
        case 0: offset = -200_000_000
        case 1: offset = -Double(Int.random(in: 0..<1_000, using: &chance))
        case 2: offset = 1E20
        case 3: offset = -1E12
        default: offset = Double(Int.random(in: 0..<1_200, using: &chance)) / 2
        }
        return .number(Number(exactly: "\(now + offset)")!)
    }
}
