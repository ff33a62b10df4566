// All that follows from the seed of a history of transfers.

import ApusTesting

/// How many clients do how much with how many accounts, which faults they meet, and how often the server is killed.
struct TransferPlan: Sendable {
    let seed: UInt64
    let clientCount = 64
    let accountCount: Int
    /// How many transactions of writes are to succeed.
    let transactionCount: Int
    /// After how many operations the server is killed, time after time; nil for never.
    let killInterval: Int?
    let server: TestServerOptions

    static let table = "Accounts"
    static let firstBalance = 1_000

    init(seed: UInt64, transactionCount: Int, isKilled: Bool) {
        var chance = SeededGenerator(seed: seed)
        self.seed = seed
        self.transactionCount = transactionCount
        accountCount = chance.pick([10, 40, 100])
        killInterval = isKilled ? chance.number(in: 1_500...3_000) : nil
        var server = TestServerOptions(throughput: chance.happens(percent: 50) ? .enforced : .unlimited, seed: seed)
        server.faults = Self.faults(&chance)
        self.server = server
    }

    /// Each kind of fault is there or not.
    private static func faults(_ chance: inout SeededGenerator) -> [FaultRule] {
        let writes: Set = ["TransactWriteItems", "UpdateItem"]
        let all = writes.union(["TransactGetItems", "GetItem"])
        var rules: [FaultRule] = []
        func draw(_ effect: FaultRule.Effect, on operations: Set<String>, percent: ClosedRange<Int>) {
            guard chance.happens(percent: 60) else { return }
            let probability = Double(chance.number(in: percent)) / 100
            rules.append(FaultRule(effect, on: operations, probability: probability))
        }
        draw(.hold(chance.milliseconds(in: 1...20)), on: ["TransactWriteItems"], percent: 5...30)
        draw(.conflict, on: ["TransactWriteItems", "TransactGetItems", "UpdateItem"], percent: 1...5)
        draw(.throttle(.tableWrites, for: .keyRange), on: writes, percent: 1...10)
        draw(.throttle(.tableReads, for: .keyRange), on: ["TransactGetItems", "GetItem"], percent: 1...5)
        draw(.internalError(.before), on: all, percent: 1...4)
        draw(.internalError(.after), on: all, percent: 1...4)
        draw(.drop(.before), on: all, percent: 1...3)
        draw(.drop(.after), on: all, percent: 1...3)
        draw(.halfReply, on: all, percent: 1...2)
        draw(.delay(chance.milliseconds(in: 1...10)), on: all, percent: 1...10)
        return rules
    }
}
