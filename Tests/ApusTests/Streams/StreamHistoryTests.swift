// Seeded histories of streams whose reader is killed and resumed.

import Foundation
import Synchronization
import Testing

@testable import Apus

/// `APUS_STREAM_SEED` brings back one history, `APUS_STREAM_HISTORIES` asks for more or fewer of each kind.
struct StreamHistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds =
        environment["APUS_STREAM_SEED"].flatMap { UInt64($0) }.map { $0...$0 }
        ?? 1...(environment["APUS_STREAM_HISTORIES"].flatMap { UInt64($0) } ?? 100)

    @Test func `committed one by one, each change of each item comes once and in order, whatever kills the reader`()
        async throws
    {
        for seed in Self.seeds {
            var history = StreamHistory(seed: seed, mode: .committed)
            let (lives, model) = try await history.play()

            for (item, count) in model.versions.enumerated() {
                let versions = lives.joined().filter { $0.item == item }.map { $0.version }
                #expect(versions == Array(1..<(count + 1)), "APUS_STREAM_SEED=\(seed), item \(item)")
            }
        }
    }

    @Test(arguments: [StreamHistory.Mode.automatic, .batches, .explicit])
    func `otherwise each comes at least once, and in order within each life`(mode: StreamHistory.Mode) async throws {
        for seed in Self.seeds {
            var history = StreamHistory(seed: seed, mode: mode)
            let (lives, model) = try await history.play()

            for (item, count) in model.versions.enumerated() {
                var most = 0
                for life in lives {
                    let versions = life.filter { $0.item == item }.map { $0.version }
                    guard let first = versions.first else { continue }
                    #expect(first <= most + 1, "APUS_STREAM_SEED=\(seed), item \(item) was skipped ahead")
                    #expect(
                        versions == Array(first..<(first + versions.count)),
                        "APUS_STREAM_SEED=\(seed), item \(item) came out of order"
                    )
                    most = max(most, first + versions.count - 1)
                }
                #expect(most == count, "APUS_STREAM_SEED=\(seed), item \(item) has changes that never came")
            }
        }
    }
}

/// One history: what is drawn follows from the seed, while the calls go on side by side.
struct StreamHistory {
    enum Mode: Sendable {
        case committed, automatic, batches, explicit
    }

    private enum End {
        case killed, finished
    }

    private let mode: Mode
    private let service: ScriptedStreams
    private let store = MemoryCheckpoints()
    private let options: StreamReadOptions
    private var chance: SeededChance
    private var writesLeft: Int
    // The newest change of each item that was processed.
    private var newest: [Int: Int] = [:]
    private let killChance: Double

    init(seed: UInt64, mode: Mode) {
        self.mode = mode
        var chance = SeededChance(seed: seed)
        let items = Int.random(in: 1...12, using: &chance)
        let stream = ModelStream(items: items, shards: Int.random(in: 1...min(3, items), using: &chance))
        let failureChance = [0, 0.02, 0.2].randomElement(using: &chance)!
        let weather = Mutex(SeededChance(seed: seed &+ 1_000))
        service = ScriptedStreams(stream, pacing: .immediate(seed: seed)) { call in
            weather.withLock { $0.happens(failureChance) ? Self.failure(of: call, &$0) : nil }
        }
        var options = StreamReadOptions()
        options.concurrentCalls = Int.random(in: 1...4, using: &chance)
        options.recordsPerCall = Int.random(in: 1...10, using: &chance)
        options.bufferedChanges = Int.random(in: 1...60, using: &chance)
        // Time flies while a test waits.
        options.patience = .seconds(1_000_000_000)
        options.saveInterval = .milliseconds([0, 1_000, 60_000].randomElement(using: &chance)!)
        options.commits = mode == .explicit ? .explicitly : .whenNextIsAsked
        self.options = options
        writesLeft = Int.random(in: 0...150, using: &chance)
        killChance = [0, 0.02, 0.1, 0.5].randomElement(using: &chance)!
        self.chance = chance
    }

    private static func failure(of call: ScriptedStreams.Call, _ chance: inout SeededChance) -> CallError {
        var failures: [CallError] = [
            .refused(Refusal(.limitExceeded)), .refused(Refusal(.throttling)), .unreachable("no route"),
            .refused(Refusal(.internalServerError, status: 500)),
        ]
        if case .records = call { failures.append(.refused(Refusal(.expiredIterator))) }
        return failures.randomElement(using: &chance)!
    }

    /// Answers the changes that each life of the reader has processed, and the stream as it is in the end.
    mutating func play() async throws -> (lives: [[StreamChange]], model: ModelStream) {
        var lives: [[StreamChange]] = []
        var end = End.killed
        while end == .killed {
            happen(Int.random(in: 0...10, using: &chance))
            var processed: [StreamChange] = []
            end = try await live(&processed)
            lives.append(processed)
        }
        return (lives, service.change { $0 })
    }

    private mutating func live(_ processed: inout [StreamChange]) async throws -> End {
        let changes = service.changes(checkpoints: store, options: options)
        var iterator = changes.batches(upTo: mode == .batches ? 5 : 1).makeAsyncIterator()
        while let batch = try await next(&iterator) {
            processed += batch.changes
            for change in batch.changes { newest[change.item] = max(newest[change.item, default: 0], change.version) }
            if mode == .committed || mode == .explicit && chance.happens(0.3) { try await changes.commit(batch) }
            happen(Int.random(in: 0...2, using: &chance))
            if chance.happens(killChance) { return .killed }
        }
        return .finished
    }

    /// The next batch, for which enough happens ahead of it.
    private mutating func next(_ iterator: inout ChangeBatches.Iterator) async throws -> ChangeBatch? {
        while service.change({ !$0.isDisabled && !$0.hasMore(than: newest) }) { happen(1) }
        return try await iterator.next()
    }

    /// Lets some things happen to the table; in the end its stream is disabled.
    private mutating func happen(_ count: Int) {
        for _ in 0..<count where !service.change({ $0.isDisabled }) {
            guard writesLeft > 0 else { return service.change { $0.disable() } }
            writesLeft -= 1
            let (draw, item) = (Double.random(in: 0..<1, using: &chance), Int.random(in: 0..<1_000, using: &chance))
            let finished = store.checkpoint(ofStream: ModelStream.arn)?.shards.filter { $0.value == .finished }
            service.change { stream in
                switch draw {
                case ..<0.05: stream.expireIterators()
                case ..<0.15: stream.close(stream.openShards[item % stream.openShards.count].name, children: 1)
                case ..<0.25: stream.split(item)
                // What is read may vanish.
                case ..<0.3: if let name = finished?.keys.min() { stream.remove(name) }
                default: stream.write(item % stream.versions.count)
                }
            }
        }
    }
}

extension ModelStream {
    fileprivate func hasMore(than newest: [Int: Int]) -> Bool {
        versions.indices.contains { versions[$0] > newest[$0, default: 0] }
    }

    fileprivate mutating func split(_ draw: Int) {
        let shard = openShards[draw % openShards.count]
        if shard.items.count > 1 { close(shard.name, children: 2) }
    }
}
