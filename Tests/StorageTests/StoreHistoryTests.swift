// Seeded histories of transactions: RocksDB must do and show just what the model does.

import Foundation
import Testing

@testable import ApusStorage

@Suite struct StoreHistoryTests {
    /// `APUS_SEED` brings back one run.
    static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["APUS_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? Array(1...24)

    @Test(arguments: seeds)
    func `a store in memory follows the model`(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let model = MemoryStore()
        let store = try RocksDBStore.inMemory()

        for _ in 0..<40 { try await compareGroup(model, store, &generator, seed) }

        try store.close()
    }

    @Test(arguments: seeds)
    func `a store on disk follows the model through closings and crashes`(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let model = MemoryStore()
        var directory = TemporaryDirectory()
        var store = try RocksDBStore(directory: directory.path)

        for _ in 0..<30 {
            try await compareGroup(model, store, &generator, seed)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: try store.close()
            case 1: directory = try directory.copy()
            default: continue
            }
            store = try RocksDBStore(directory: directory.path)
            #expect(try store.snapshot().entries() == model.snapshot().entries(), "seed \(seed)")
        }
        try store.close()
    }

    /// Runs the same transactions as one group on both stores, and compares all that they show.
    private func compareGroup(
        _ model: MemoryStore,
        _ store: RocksDBStore,
        _ generator: inout SeededGenerator,
        _ seed: UInt64
    ) async throws {
        let scripts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in Script(using: &generator) }
        let ranges = (0..<4).map { _ in Script.range(using: &generator) }

        let expected = try await outcomes(of: scripts, on: model)
        let actual = try await outcomes(of: scripts, on: store)

        #expect(actual == expected, "seed \(seed)")
        for range in ranges + [.all] {
            for direction in [ScanDirection.forward, .backward] {
                let expected = try model.snapshot().entries(range, direction)
                let actual = try store.snapshot().entries(range, direction)
                #expect(actual == expected, "seed \(seed), \(range)")
            }
        }
    }

    private func outcomes(of scripts: [Script], on store: any Store) async throws -> [String] {
        let outcomes = Log<String>()
        let release = hold(store)
        for script in scripts {
            let seen = Log<String>()
            store.write(completingOn: ImmediateExecutor.shared) { transaction in
                for step in script.steps { seen.append(try step.run(in: transaction)) }
                if script.isRefused { throw Refusal() }
            } completion: { result in
                outcomes.append("\(result) \(seen.values)")
            }
        }
        release()
        try await store.write { _ in }
        return outcomes.values
    }
}

/// What the body of a random transaction does.
private struct Script: Sendable {
    let steps: [Step]
    let isRefused: Bool

    init(using generator: inout SeededGenerator) {
        let count = Int.random(in: 1...12, using: &generator)
        steps = (0..<count).map { _ in Step(using: &generator) }
        isRefused = Int.random(in: 0..<4, using: &generator) == 0
    }

    // Few and short keys, so that steps meet.
    static func key(using generator: inout SeededGenerator) -> [UInt8] {
        let count = Int.random(in: 0...3, using: &generator)
        return (0..<count).map { _ in [0, 1, 128, 255].randomElement(using: &generator)! }
    }

    static func counterKey(using generator: inout SeededGenerator) -> [UInt8] {
        [0, UInt8.random(in: 200...203, using: &generator)]
    }

    static func range(using generator: inout SeededGenerator) -> KeyRange {
        let lower = key(using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return .prefix(lower)
        case 1: return KeyRange(lower: lower, upper: nil)
        default: return KeyRange(lower: lower, upper: key(using: &generator))
        }
    }
}

private enum Step: Sendable {
    case put([UInt8], [UInt8])
    case delete([UInt8])
    case add(Int64, [UInt8])
    case deleteCounter([UInt8])
    case counter([UInt8])
    case read([UInt8])
    case readMany([[UInt8]])
    case scan(KeyRange, ScanDirection, limit: Int)
    case clear(KeyRange, ScanDirection, limit: Int)

    init(using generator: inout SeededGenerator) {
        let key = Script.key(using: &generator)
        let counterKey = Script.counterKey(using: &generator)
        let limit = Int.random(in: 1...20, using: &generator)
        let direction: ScanDirection = Bool.random(using: &generator) ? .forward : .backward
        switch Int.random(in: 0..<16, using: &generator) {
        case 0...4: self = .put(key, [UInt8](repeating: UInt8(limit), count: limit * limit))
        case 5, 6: self = .delete(key)
        case 7, 8: self = .add(Int64(limit) - 10, counterKey)
        case 9: self = .deleteCounter(counterKey)
        case 10: self = .counter(counterKey)
        case 11: self = .read(Bool.random(using: &generator) ? key : counterKey)
        case 12: self = .readMany([key, Script.key(using: &generator), counterKey])
        case 13: self = .clear(Script.range(using: &generator), direction, limit: limit)
        default: self = .scan(Script.range(using: &generator), direction, limit: limit)
        }
    }

    /// Does the step, and tells what it saw.
    func run(in transaction: any WriteTransaction) throws -> String {
        switch self {
        case .put(let key, let value): transaction.put(value, for: key)
        case .delete(let key), .deleteCounter(let key): transaction.delete(key)
        case .add(let amount, let key): transaction.add(amount, toCounter: key)
        case .counter(let key): return "\(key): \(try transaction.counter(key))"
        case .read(let key): return "\(key): \(String(describing: try transaction.value(for: key)))"
        case .readMany(let keys): return try values(of: keys, in: transaction)
        case .scan(let range, let direction, let limit):
            return try entries(transaction, range, direction, limit).description
        case .clear(let range, let direction, let limit):
            let entries = try entries(transaction, range, direction, limit)
            for entry in entries { transaction.delete(entry.key) }
            return "cleared \(entries.count)"
        }
        return "done"
    }

    private func values(of keys: [[UInt8]], in transaction: any WriteTransaction) throws -> String {
        var seen = ""
        try transaction.withValues(for: keys) { position, value in
            seen += "\(position): \(value.map { [UInt8]($0) } ?? []) "
        }
        return seen
    }

    private func entries(
        _ transaction: any WriteTransaction,
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ limit: Int
    ) throws -> [Entry] {
        var entries: [Entry] = []
        try transaction.scan(range, direction) { key, value in
            entries.append(Entry([UInt8](key), [UInt8](value)))
            return entries.count < limit ? .next : .stop
        }
        return entries
    }
}
