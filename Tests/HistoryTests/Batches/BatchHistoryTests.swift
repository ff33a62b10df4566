// Seeded histories of batch writing against servers with faults, held against a plain model.

import ApusTesting
import Foundation
import Testing

/// `APUS_CLIENT_SEED` brings back one history, `APUS_CLIENT_ENTRIES` asks for more or fewer changes.
@Suite(.serialized, .timeLimit(.minutes(60))) struct BatchHistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let oneSeed = environment["APUS_CLIENT_SEED"].flatMap { UInt64($0) }
    private static let entries = environment["APUS_CLIENT_ENTRIES"].flatMap { Int($0) } ?? 20_000
    /// How many histories are played side by side.
    private static let width = 6
    /// Of all changes, one in so many is for histories in which the server is killed.
    private static let killedShare = 10

    @Test func `whatever befalls server and writer, each change is accounted for and the tables are the model's`()
        async throws
    {
        let tally = try await play(Self.seeds(forEntries: Self.entries)) { plan in
            try await withTestServer(plan.server) { try await BatchHistory(plan: plan).play(on: $0) }
        }

        guard Self.oneSeed == nil else { return }
        #expect(tally.superseded > 0 && tally.refused > 0 && tally.leftOver > 0 && tally.cancellations > 0)
    }

    @Test func `the same holds for a server that is killed and restarted`() async throws {
        let seeds = Self.seeds(forEntries: Self.entries / Self.killedShare)
        let tally = try await play(seeds, isKilled: true) { plan in
            try await withTestProcess(plan.server) { server in
                try await BatchHistory(plan: plan).play(on: server, process: server)
            }
        }

        guard Self.oneSeed == nil else { return }
        #expect(tally.kills > 0 && tally.written > 0)
    }

    /// As many seeds as it takes for so many changes.
    private static func seeds(forEntries entries: Int) -> [UInt64] {
        if let oneSeed { return [oneSeed] }
        var seeds: [UInt64] = []
        var left = entries
        while left > 0 {
            seeds.append(UInt64(seeds.count + 1))
            left -= HistoryPlan.size(ofSeed: UInt64(seeds.count))
        }
        return seeds
    }

    private func play(
        _ seeds: [UInt64],
        isKilled: Bool = false,
        _ play: @escaping @Sendable (HistoryPlan) async throws -> HistoryResult
    ) async throws -> HistoryTally {
        var tally = HistoryTally()
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: HistoryResult.self) { group in
            var rest = seeds[...]
            func begin() {
                guard let seed = rest.popFirst() else { return }
                group.addTask { try await play(HistoryPlan(seed: seed, isKilled: isKilled)) }
            }
            for _ in 0..<Self.width { begin() }
            for try await result in group {
                tally.add(result)
                if let first = result.disagreements.first {
                    let count = result.disagreements.count
                    Issue.record("APUS_CLIENT_SEED=\(result.plan.seed): \(first), and \(count - 1) more like it")
                }
                begin()
            }
        }
        print("\(tally), in \(ContinuousClock.now - start)")
        return tally
    }
}
