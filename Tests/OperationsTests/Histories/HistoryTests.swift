// Seeded histories over tables with three indexes, held against a plain model.

import Foundation
import Testing

struct HistoryTests {
    private static let stepsPerHistory = 2_500

    /// `APUS_SEED` brings back one history, `APUS_HISTORY_OPERATIONS` asks for more or fewer.
    private static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["APUS_SEED"].flatMap({ UInt64($0) }) { return [seed] }
        let operations = environment["APUS_HISTORY_OPERATIONS"].flatMap { Int($0) } ?? 10_000
        return Array(1...max(1, UInt64((operations + stepsPerHistory - 1) / stepsPerHistory)))
    }()

    @Test(arguments: seeds)
    func `items, indexes, pages and capacity are those of the plain model`(seed: UInt64) async throws {
        let history = History(seed: seed, steps: Self.stepsPerHistory)

        try await history.run()
    }
}
