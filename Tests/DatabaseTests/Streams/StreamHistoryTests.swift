// Random histories of changes: whoever reads the stream can make the table of it, whatever becomes of its shards.

import ApusExpressions
import ApusModel
import ApusStorage
import Foundation
import Logging
import Testing

@testable import ApusDatabase

/// `APUS_STREAM_SEED` brings back one history, `APUS_STREAM_HISTORIES` asks for more or fewer.
@Suite(.timeLimit(.minutes(60))) struct StreamHistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds: [UInt64] = {
        if let seed = environment["APUS_STREAM_SEED"].flatMap({ UInt64($0) }) { return [seed] }
        let count = environment["APUS_STREAM_HISTORIES"].flatMap { UInt64($0) } ?? 300
        return Array(1...max(count, 1))
    }()

    @Test func `a table made of the stream is the table`() async throws {
        var tally = StreamHistory.Tally()

        for seed in Self.seeds {
            var history = try await StreamHistory(seed: seed)
            do {
                try await history.play()
            } catch {
                Issue.record("APUS_STREAM_SEED=\(seed): \(error)")
                return
            }
            tally += history.tally
        }

        print("\(Self.seeds.count) histories of streams: \(tally)")
        guard Self.seeds.count > 1 else { return }
        #expect(tally.changes > 0 && tally.silent > 0 && tally.renewals > 0 && tally.restarts > 0)
    }
}

/// One history: a table in memory, or now and then in a directory, a model of it, and a consumer of its stream.
private struct StreamHistory {
    struct Tally {
        var changes = 0
        /// Writes that left the item as it was.
        var silent = 0
        var renewals = 0
        var restarts = 0

        static func += (left: inout Tally, right: Tally) {
            left.changes += right.changes
            left.silent += right.silent
            left.renewals += right.renewals
            left.restarts += right.restarts
        }
    }

    /// What does not fit; it tells the step.
    struct Disagreement: Error { let text: String }

    private static let keys = ["a", "b", "c", "d", "e", "f"]
    private static let directoryShare: UInt64 = 25

    private(set) var tally = Tally()
    private var chance: SeededGenerator
    private let directory: TemporaryDirectory?
    private var clock = ManualClock()
    private var store: any Store
    private var database: Database
    private var table: Table
    private var model: [String: Item] = [:]
    /// What the consumer must be told of each item, in order.
    private var expected: [String: [ReadChange]] = [:]
    private var consumer = StreamConsumer()

    init(seed: UInt64) async throws {
        chance = SeededGenerator(seed: seed)
        directory = seed % Self.directoryShare == 0 ? TemporaryDirectory() : nil
        store = try directory.map { try RocksDBStore(directory: $0.path) } ?? MemoryStore()
        database = try Database.forTests(store, clock: clock)
        table = try await database.createStreamingTable(
            writeUnits: [1, 1, 3_000].randomElement(using: &chance)!,
            indexes: Bool.random(using: &chance) ? [.global(KeySchema(partition: .string("kind")))] : []
        )
    }

    mutating func play() async throws {
        for _ in 0..<Int.random(in: 5...25, using: &chance) { try await step() }
        try await consumer.read(database, limit: 1_000)
        try await checkAgreement()
        try database.close()
    }

    private mutating func step() async throws {
        switch Int.random(in: 0..<20, using: &chance) {
        case 0: try await renew(.split)
        case 1: try await renew(.roll)
        case 2: clock.advance(by: .seconds(Int.random(in: 0...5_000, using: &chance)))
        case 3: try await restart()
        case 4...6: try await consumer.read(database, limit: Int.random(in: 1...5, using: &chance))
        default: try await write()
        }
    }

    private mutating func renew(_ renewal: ShardRenewal) async throws {
        let openShards = try await database.stream().shards.filter(\.isOpen).count
        guard renewal != .split || openShards < 16 else { return }
        try await database.renewShards(renewal)
        tally.renewals += 1
    }

    /// Opens the database again, now and then with a clock that was set back.
    private mutating func restart() async throws {
        try await database.settled(store)
        if let directory {
            try database.close()
            store = try RocksDBStore(directory: directory.path)
        }
        let time = clock.now.advanced(by: .seconds(Int.random(in: -4_000...1_000, using: &chance)))
        clock = ManualClock(max(time, table.definition.creationTime))
        database = try Database.forTests(store, clock: clock)
        table = try database.catalog.activeTable(named: table.name, in: "eu-north-1")
        tally.restarts += 1
    }

    // MARK: Writing

    /// Writes one to four changes in one transaction.
    private mutating func write() async throws {
        var changes: [ItemChange] = []
        for _ in 0..<Int.random(in: 1...4, using: &chance) { changes.append(try change()) }
        let written = changes
        _ = try await database.waiting { completion in
            database.apply(written, completingOn: ImmediateExecutor.shared, completion: completion)
        }
    }

    /// A random change, which the model takes at once.
    private mutating func change() throws -> ItemChange {
        let id = Self.keys.randomElement(using: &chance)!
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...4:
            let item = randomItem(id)
            note(id, item)
            return .put(item, in: table)
        case 5...7:
            let number = AttributeValue.number(Number(Int.random(in: 0...2, using: &chance)))
            var item = model[id] ?? ["id": .string(id)]
            item["n"] = number
            note(id, item)
            return try .update("SET n = :n", [(":n", number)], of: ["id": .string(id)], in: table)
        default:
            note(id, nil)
            return .delete(["id": .string(id)], in: table)
        }
    }

    private mutating func randomItem(_ id: String) -> Item {
        var attributes: [(String, AttributeValue)] = [("id", .string(id))]
        if Bool.random(using: &chance) {
            attributes.append(("n", .number(Number(Int.random(in: 0...2, using: &chance)))))
        }
        if Bool.random(using: &chance) { attributes.append(("s", .stringSet(["x", "y"].shuffled(using: &chance)))) }
        if Bool.random(using: &chance) { attributes.append(("kind", .string(Bool.random(using: &chance) ? "k" : "l"))) }
        return Item(attributes.shuffled(using: &chance))
    }

    private mutating func note(_ id: String, _ new: Item?) {
        let old = model[id]
        model[id] = new
        guard old != new else { return tally.silent += 1 }
        tally.changes += 1
        let change = ReadChange(
            number: SequenceNumber(value: 0),
            kind: old == nil ? .insert : new == nil ? .remove : .modify,
            key: ["id": .string(id)],
            old: old,
            new: new
        )
        expected[id, default: []].append(change)
    }

    // MARK: Checking

    private func checkAgreement() async throws {
        let told = Dictionary(grouping: consumer.changes) { $0.key["id"]?.text ?? "" }
        for id in Self.keys {
            let changes = told[id] ?? []
            guard changes.map(\.number) == changes.map(\.number).sorted() else {
                throw Disagreement(text: "the changes of \(id) are out of order")
            }
            let plain = changes.map { change in
                ReadChange(
                    number: SequenceNumber(value: 0),
                    kind: change.kind,
                    key: change.key,
                    old: change.old,
                    new: change.new
                )
            }
            guard plain == expected[id] ?? [] else {
                throw Disagreement(text: "\(id) was told as \(plain), not \(expected[id] ?? [])")
            }
            guard changes.last?.new == model[id] else { throw Disagreement(text: "the last image of \(id) is old") }
        }
        guard Set(consumer.changes.map(\.number)).count == consumer.changes.count else {
            throw Disagreement(text: "two changes have one number")
        }
        try await checkTable()
    }

    /// The table that the consumer makes of the changes is the one that is stored.
    private func checkTable() async throws {
        var made: [String: Item] = [:]
        for change in consumer.changes {
            guard case .string(let id) = change.key["id"] else { throw Disagreement(text: "a change has no key") }
            guard made[id] == change.old else { throw Disagreement(text: "an old image is not the new one before it") }
            made[id] = change.new
        }
        let page = try await database.page(PageRequest(table: table, scope: .segment(0, of: 1)))
        let stored = Dictionary(uniqueKeysWithValues: page.items.map { ($0["id"]!.text, $0) })
        guard made == stored, stored == model else {
            throw Disagreement(text: "made of the stream: \(made), stored: \(stored), model: \(model)")
        }
    }
}

extension AttributeValue {
    fileprivate var text: String {
        if case .string(let text) = self { text } else { "" }
    }
}

extension Database {
    /// Waits for the work that alarms have begun.
    fileprivate func settled(_ store: any Store) async throws {
        for _ in 0..<3 {
            await finishBackgroundWork()
            try store.writeAndWait { _ in }
        }
    }
}
