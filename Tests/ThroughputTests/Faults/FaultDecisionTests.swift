// What comes of several rules about one request.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultDecisionTests {
    @Test func `delays add up`() throws {
        let decision = try decision(.put, .delay(.fixed(.seconds(1))), .delay(.fixed(.milliseconds(5))))

        #expect(decision.delay == .milliseconds(1_005))
    }

    @Test func `the first of two about one thing stands`() throws {
        let decision = try decision(
            .put,
            .error(.after),
            .error(.before),
            .halfReply,
            .drop(.before),
            .stale(.seconds(1)),
            .stale(.seconds(9)),
            .throttle(.tableReadAccountLimitExceeded),
            .throttle(.tableWriteAccountLimitExceeded)
        )

        #expect(decision.failure == .after)
        #expect(decision.reply == .half)
        #expect(decision.staleness == .seconds(1))
        #expect(decision.throttled == [0: .tableReadAccountLimitExceeded])
    }

    @Test func `an entry is throttled or handed back, by the first rule about it`() throws {
        let throttle = FaultEffect.throttle(.tableWriteAccountLimitExceeded)
        let batch = FaultSubject.batch(["a", "b", "c"])

        let handedBack = try decision(batch, .unprocessed(2), throttle)
        let throttled = try decision(batch, throttle, .unprocessed(2))

        #expect(handedBack.unprocessed == [1, 2])
        #expect(handedBack.throttled.keys.sorted() == [0])
        #expect(throttled.unprocessed == [])
        #expect(throttled.throttled.keys.sorted() == [0, 1, 2])
    }

    @Test func `an entry that meets a conflict is neither throttled nor handed back`() throws {
        let throttle = FaultEffect.throttle(.tableWriteAccountLimitExceeded)
        let batch = FaultSubject.batch(["a", "b", "c"])

        let conflicts = try decision(batch, .conflict, .unprocessed(2), throttle)
        let others = try decision(batch, .unprocessed(2), .conflict, throttle)

        #expect(conflicts.conflicts == [0, 1, 2])
        #expect(conflicts.unprocessed.isEmpty && conflicts.throttled.isEmpty)
        #expect(others.conflicts == [0])
        #expect(others.unprocessed == [1, 2])
    }

    @Test func `a transaction is held, by the first rule about it, and nothing else is`() throws {
        let transaction = FaultSubject(operation: "TransactWriteItems")

        #expect(try decision(transaction, .hold(.seconds(1)), .hold(.seconds(9))).hold == .seconds(1))
        #expect(try decision(.put, .hold(.seconds(1))).hold == nil)
    }

    @Test func `different faults go together`() throws {
        let decision = try decision(.put, .delay(.fixed(.seconds(1))), .error(.after), .drop(.after))

        #expect(decision.delay == .seconds(1))
        #expect(decision.failure == .after)
        #expect(decision.reply == .dropped(.after))
    }

    private func decision(_ subject: FaultSubject, _ effects: FaultEffect...) throws -> FaultDecision {
        let engine = FaultEngine(seed: 1)
        let rules = try effects.enumerated().map { try FaultRule.named("rule-\($0)", $1) }
        try engine.add(rules, at: .start)
        return engine.decide(subject, at: .start)
    }
}
