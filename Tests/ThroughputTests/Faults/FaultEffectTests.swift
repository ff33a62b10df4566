// What rules do to requests.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultEffectTests {
    @Test func `a request is throttled with the reason of the rule`() throws {
        let engine = try FaultEngine(effect: .throttle(.tableWriteAccountLimitExceeded))

        #expect(engine.decide(.put, at: .start).throttled == [0: .tableWriteAccountLimitExceeded])
        #expect(engine.decide(.listTables, at: .start).throttled == [0: .tableWriteAccountLimitExceeded])
    }

    @Test func `a batch is throttled entry by entry`() throws {
        let engine = try FaultEngine(
            trigger: FaultTrigger(next: 3, every: 2),
            effect: .throttle(.tableWriteKeyRangeThroughputExceeded)
        )

        let first = engine.decide(.batch(["a", "b", "c", "d", "e"]), at: .start)
        let second = engine.decide(.batch(["a", "b", "c", "d", "e"]), at: .start)

        #expect(first.throttled.keys.sorted() == [1, 3])
        #expect(second.throttled.keys.sorted() == [0])
        #expect(engine.reports.map(\.matched) == [10])
        #expect(engine.reports.map(\.fired) == [3])
    }

    @Test func `of a batch, only entries with the key are throttled`() throws {
        let engine = try FaultEngine(
            match: FaultMatch(table: "Cats", key: ["id": "hot"]),
            effect: .throttle(.tableWriteKeyRangeThroughputExceeded)
        )

        let decision = engine.decide(.batch(["a", "hot", "b", "hot"]), at: .start)

        #expect(
            decision.throttled == [
                1: .tableWriteKeyRangeThroughputExceeded, 3: .tableWriteKeyRangeThroughputExceeded,
            ]
        )
    }

    @Test(
        arguments: [
            (FaultMatch(), 2, [2, 3]), (FaultMatch(), 4, [0, 1, 2, 3]), (FaultMatch(), 9, [0, 1, 2, 3]),
            (FaultMatch(key: ["id": "a"]), 1, [2]), (FaultMatch(key: ["id": "a"]), 9, [0, 2]),
            (FaultMatch(key: ["id": "x"]), 9, []), (FaultMatch(operations: ["BatchGetItem"]), 9, []),
        ] as [(FaultMatch, Int, Set<Int>)]
    )
    func `the last entries that are met are handed back`(match: FaultMatch, count: Int, positions: Set<Int>) throws {
        let engine = try FaultEngine(match: match, effect: .unprocessed(count))

        #expect(engine.decide(.batch(["a", "b", "a", "d"]), at: .start).unprocessed == positions)
    }

    @Test func `entries are handed back once a batch, and of nothing else`() throws {
        let engine = try FaultEngine(trigger: FaultTrigger(every: 2), effect: .unprocessed(1))

        let puts = engine.strikes(among: 3)
        let batches = engine.strikes(among: 4, .batch(["a", "b", "c"]))

        #expect(puts == [])
        #expect(batches == [2, 4])
    }

    @Test(
        arguments: [
            (.error(.before), .before, nil, nil), (.error(.after), .after, nil, nil),
            (.drop(.before), nil, .dropped(.before), nil), (.drop(.after), nil, .dropped(.after), nil),
            (.halfReply, nil, .half, nil), (.wrongChecksum, nil, .wrongChecksum, nil),
            (.stale(.seconds(2)), nil, nil, .seconds(2)),
        ] as [(FaultEffect, FaultPhase?, FaultyReply?, Duration?)]
    )
    func `a request is failed, its reply broken, or its read aged, once`(
        effect: FaultEffect,
        failure: FaultPhase?,
        reply: FaultyReply?,
        staleness: Duration?
    ) throws {
        let engine = try FaultEngine(effect: effect)

        let decision = engine.decide(.batch(["a", "b"]), at: .start)

        #expect(decision.failure == failure)
        #expect(decision.reply == reply)
        #expect(decision.staleness == staleness)
        #expect(decision.delay == .zero)
        #expect(decision.throttled.isEmpty && decision.unprocessed.isEmpty)
        #expect(engine.reports.map(\.fired) == [1])
    }

    @Test func `a fixed delay is what it says`() throws {
        let engine = try FaultEngine(effect: .delay(.fixed(.milliseconds(250))))

        #expect(engine.decide(.put, at: .start).delay == .milliseconds(250))
    }
}
