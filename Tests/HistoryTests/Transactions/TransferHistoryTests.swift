// Histories of transfers by 64 clients, with faults and kills, checked for strict serializability.

import ApusTesting
import Foundation
import Testing

/// `APUS_TRANSFER_SEED` brings back one history, `APUS_TRANSACTIONS` asks for more or fewer transactions.
@Suite(.serialized, .timeLimit(.minutes(60))) struct TransferHistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let oneSeed = environment["APUS_TRANSFER_SEED"].flatMap { UInt64($0) }
    private static let transactions = environment["APUS_TRANSACTIONS"].flatMap { Int($0) } ?? 4_000
    /// How many transactions one history has at most.
    private static let historySize = 1_000
    private static let largeHistorySize = 100_000

    @Test func `whatever faults there are, an order explains what all clients saw, and nothing is lost`() async throws {
        let tally = try await play(isKilled: false) { plan in
            try await withTestServer(plan.server) { try await TransferHistory(plan: plan).play(on: $0) }
        }

        #expect(tally.operationCount > 0)
    }

    @Test func `the same holds for a server that is killed and restarted`() async throws {
        let tally = try await play(isKilled: true) { plan in
            try await withTestProcess(plan.server) { server in
                try await TransferHistory(plan: plan).play(on: server, process: server)
            }
        }

        #expect(tally.killCount > 0)
    }

    private func play(
        isKilled: Bool,
        _ play: (TransferPlan) async throws -> TransferHistory.Result
    ) async throws -> (operationCount: Int, killCount: Int) {
        var (operationCount, killCount, seed) = (0, 0, Self.oneSeed ?? 1)
        var left = Self.oneSeed == nil ? Self.transactions / 2 : 1
        let size = Self.transactions > Self.largeHistorySize ? Self.largeHistorySize : Self.historySize
        let start = ContinuousClock.now
        while left > 0 {
            let plan = TransferPlan(seed: seed, transactionCount: size, isKilled: isKilled)
            let result = try await play(plan)
            if let first = result.faults.first {
                Issue.record("APUS_TRANSFER_SEED=\(seed): \(first), and \(result.faults.count - 1) more like it")
            }
            operationCount += result.operationCount
            killCount += result.killCount
            left -= size
            seed += 1
        }
        print(
            "\(operationCount) operations in \(seed - (Self.oneSeed ?? 1)) histories, \(killCount) kills, "
                + "in \(ContinuousClock.now - start)"
        )
        return (operationCount, killCount)
    }
}
