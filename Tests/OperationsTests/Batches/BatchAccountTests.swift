// Every entry of a batch is either done or handed back, whatever is throttled and whatever goes wrong.

import ApusModel
import ApusStorage
import ApusThroughput
import Foundation
import Testing

@testable import ApusOperations

struct BatchAccountTests {
    /// `APUS_SEED` brings back one run, `APUS_BATCH_ENTRIES` asks for more or fewer entries in all.
    private static let environment = ProcessInfo.processInfo.environment
    private static let entryCount = environment["APUS_BATCH_ENTRIES"].flatMap { Int($0) } ?? 20_000
    private static let seeds = environment["APUS_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? Array(1...4)

    @Test(arguments: seeds)
    func `every entry is written or handed back, never both and never neither`(seed: UInt64) async throws {
        var run = try await BatchAccount(seed: seed)

        let entries = Self.entryCount / Self.seeds.count
        while run.entryCount < entries { try await run.step() }

        try await run.requireTruth()
        // Without these the run has shown nothing.
        #expect(run.handedBackCount > 0 && run.refusedBatchCount > 0 && run.lostAnswerCount > 0)
    }
}

/// A table under batches, and what the answers have told of it.
private struct BatchAccount {
    private static let keyCount = 400

    private let seed: UInt64
    private let service: TestService
    private let clock = ManualClock()
    private var chance: SeededGenerator
    /// The values that each key may have by what the answers told: several where an answer was lost. Nil is no item.
    private var allowed: [Int: Set<Int?>] = [:]
    private var version = 0

    private(set) var entryCount = 0
    private(set) var handedBackCount = 0
    private(set) var refusedBatchCount = 0
    private(set) var lostAnswerCount = 0

    init(seed: UInt64) async throws {
        self.seed = seed
        chance = SeededGenerator(seed: seed)
        let faults = FaultEngine(seed: seed)
        let store: any Store = seed.isMultiple(of: 2) ? MemoryStore() : try RocksDBStore.inMemory()
        service = try TestService(throughput: ThroughputRules(), clock: clock, faults: faults, store: store)
        try await service.call(.createTable, Self.table)
        try faults.add(Self.rules(), at: clock.now)
    }

    /// The table's own writes and those of its index run out, each now and then.
    private static let table = #"""
        {"TableName":"Cats","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
         "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"N"},{"AttributeName":"v","AttributeType":"N"}],
         "ProvisionedThroughput":{"ReadCapacityUnits":40,"WriteCapacityUnits":9},
         "GlobalSecondaryIndexes":[{"IndexName":"byVersion","Projection":{"ProjectionType":"KEYS_ONLY"},
          "KeySchema":[{"AttributeName":"v","KeyType":"HASH"}],
          "ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":12}}]}
        """#

    private static func rules() throws -> [FaultRule] {
        let effects: [(name: String, probability: Double, effect: FaultEffect)] = [
            ("throttled", 0.05, .throttle(.tableWriteKeyRangeThroughputExceeded)),
            ("unprocessed", 0.1, .unprocessed(7)),
            ("all", 0.02, .unprocessed(100)),
            ("before", 0.03, .error(.before)),
            ("after", 0.03, .error(.after)),
        ]
        return try effects.map { name, probability, effect in
            try FaultRule(
                name: name,
                match: FaultMatch(operations: ["BatchWriteItem", "BatchGetItem"]),
                trigger: FaultTrigger(probability: probability),
                effect: effect
            )
        }
    }

    mutating func step() async throws {
        clock.advance(by: .milliseconds(Int.random(in: 0...6_000, using: &chance)))
        if Int.random(in: 0..<5, using: &chance) == 0 { try await read() } else { try await write() }
    }

    // MARK: Writing

    private mutating func write() async throws {
        var wanted: [(key: Int, value: Int?)] = []
        for key in (0..<Self.keyCount).shuffled(using: &chance).prefix(Int.random(in: 1...25, using: &chance)) {
            version += 1
            wanted.append((key, Int.random(in: 0..<4, using: &chance) == 0 ? nil : version))
        }
        entryCount += wanted.count
        let request: JSONTree = ["RequestItems": ["Cats": .array(wanted.map(Self.entry))]]
        do {
            let answer = try JSONTree(parsing: Array(try await service.call(.batchWriteItem, request.bytes).utf8))
            try note(wanted, unprocessed: answer["UnprocessedItems"]?["Cats"]?.elements ?? [])
        } catch let error as ServiceError where error.isThrottling {
            refusedBatchCount += 1
        } catch let error as ServiceError where error.code == .internalServerError {
            lostAnswerCount += 1
            for (key, value) in wanted { allowed[key] = values(of: key).union([value]) }
        }
    }

    private mutating func note(_ wanted: [(key: Int, value: Int?)], unprocessed: [JSONTree]) throws {
        handedBackCount += unprocessed.count
        var rest = unprocessed
        for (key, value) in wanted {
            if let position = rest.firstIndex(of: Self.entry(key, value)) {
                rest.remove(at: position)
            } else {
                allowed[key] = [value]
            }
        }
        if !rest.isEmpty { throw Disagreement("APUS_SEED=\(seed): handed back, but never sent: \(rest)") }
    }

    private static func entry(_ key: Int, _ value: Int?) -> JSONTree {
        let key: JSONTree = ["N": .string("\(key)")]
        guard let value else { return ["DeleteRequest": ["Key": ["id": key]]] }
        return ["PutRequest": ["Item": ["id": key, "v": ["N": .string("\(value)")]]]]
    }

    private func values(of key: Int) -> Set<Int?> { allowed[key] ?? [nil] }

    // MARK: Reading

    private mutating func read() async throws {
        let keys = (0..<Self.keyCount).shuffled(using: &chance).prefix(Int.random(in: 1...100, using: &chance))
        let wanted = keys.map { key -> JSONTree in ["id": ["N": .string("\(key)")]] }
        let request: JSONTree = ["RequestItems": ["Cats": ["Keys": .array(wanted), "ConsistentRead": true]]]
        do {
            let answer = try JSONTree(parsing: Array(try await service.call(.batchGetItem, request.bytes).utf8))
            let left = answer["UnprocessedKeys"]?["Cats"]?["Keys"]?.elements ?? []
            var found: [Int: Int] = [:]
            for item in answer["Responses"]?["Cats"]?.elements ?? [] { found[item.key] = item.version }
            for (key, wanted) in zip(keys, wanted) where !left.contains(wanted) {
                try require(found[key], of: key)
            }
            guard left.allSatisfy({ wanted.contains($0) && found[$0.key] == nil }) else {
                throw Disagreement("APUS_SEED=\(seed): read and handed back as well: \(answer)")
            }
        } catch let error as ServiceError where error.isThrottling || error.code == .internalServerError {
            refusedBatchCount += 1
        }
    }

    private func require(_ value: Int?, of key: Int) throws {
        guard values(of: key).contains(value) else {
            throw Disagreement("APUS_SEED=\(seed): \(key) has \(value as Any), but may have \(values(of: key))")
        }
    }

    /// Reads the whole table, without limits, and compares it with what the answers told.
    func requireTruth() async throws {
        let tag =
            #"{"ResourceArn":"arn:aws:dynamodb:eu-north-1:111122223333:table/Cats","#
            + #""Tags":[{"Key":"apus:throughput","Value":"unlimited"}]}"#
        try await service.call(.tagResource, tag)
        var found: [Int: Int] = [:]
        let text = try await service.call(.scan, #"{"TableName":"Cats","ConsistentRead":true}"#)
        for item in try JSONTree(parsing: Array(text.utf8))["Items"]?.elements ?? [] { found[item.key] = item.version }
        for key in 0..<Self.keyCount { try require(found[key], of: key) }
    }
}

extension JSONTree {
    fileprivate var key: Int { self["id"]?.number ?? -1 }
    fileprivate var version: Int { self["v"]?.number ?? -1 }

    private var number: Int? {
        guard case .string(let text)? = self["N"] else { return nil }
        return Int(text)
    }
}
