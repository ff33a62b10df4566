// Rules that come and go, and decisions that can be replayed.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultEngineTests {
    @Test func `without rules nothing happens`() {
        let engine = FaultEngine(seed: 1)

        #expect(engine.isEmpty)
        #expect(engine.decide(.put, at: .start) == .none)
        #expect(engine.reports == [])
    }

    @Test func `an engine is empty again once its rules are gone`() throws {
        let engine = FaultEngine(seed: 1)

        try engine.add([.named("a"), .named("b")], at: .start)
        let wasEmpty = engine.isEmpty
        let removals = [engine.remove("a"), engine.remove("a"), engine.remove("b")]

        #expect(!wasEmpty)
        #expect(removals == [true, false, true])
        #expect(engine.isEmpty)
        #expect(engine.decide(.put, at: .start) == .none)
    }

    @Test func `all rules are cleared at once`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add([.named("a"), .named("b")], at: .start)

        engine.clear()

        #expect(engine.isEmpty)
        #expect(engine.reports == [])
    }

    @Test func `a report tells matches, firings and what is left`() throws {
        let engine = try FaultEngine(trigger: FaultTrigger(next: 2, every: 2))

        let fresh = engine.reports
        _ = engine.strikes(among: 3)
        let used = engine.reports
        _ = engine.strikes(among: 4)

        let all = fresh + used + engine.reports
        #expect(all.map(\.matched) == [0, 3, 7])
        #expect(all.map(\.fired) == [0, 1, 2])
        #expect(all.map(\.left) == [2, 1, 0])
        #expect(all.allSatisfy { $0.rule.name == "only" && $0.scenario == nil })
    }

    @Test func `a rule without an end has no firings left to count`() throws {
        let engine = try FaultEngine()

        #expect(engine.strikes(among: 2) == [1, 2])
        #expect(engine.reports.map(\.left) == [nil])
    }

    @Test func `a rule takes the place of another of its name, and counts anew`() throws {
        let engine = FaultEngine(seed: 1)
        let once = try FaultRule(name: "a", trigger: FaultTrigger(next: 1), effect: .drop(.before))
        try engine.add([once, .named("b")], at: .start)

        let first = engine.decide(.put, at: .start)
        let second = engine.decide(.put, at: .start)
        try engine.add([once], at: .start)
        let third = engine.decide(.put, at: .start)

        #expect([first, second, third].map(\.reply) == [.dropped(.before), .half, .dropped(.before)])
        #expect(engine.reports.map(\.rule.name) == ["a", "b"])
        #expect(engine.reports.map(\.fired) == [1, 3])
    }

    // MARK: Limits

    @Test func `rules are added up to a limit, all or none`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add((1..<FaultEngine.ruleLimit).map { try .named("rule-\($0)") }, at: .start)

        let text = "There may be at most 1000 fault rules, but these would make 1001; remove some first"
        #expect(throws: ServiceError.validation(text)) {
            try engine.add([.named("x"), .named("y")], at: .start)
        }
        #expect(engine.reports.count == 999)

        try engine.add([.named("x"), .named("rule-1")], at: .start)
        #expect(engine.reports.count == 1_000)
    }

    @Test func `of two rules of one name neither is added`() throws {
        let engine = FaultEngine(seed: 1)

        #expect(throws: ServiceError.faultRule("a", "name must differ from those of the other rules")) {
            try engine.add([.named("a"), .named("a")], at: .start)
        }
        #expect(engine.isEmpty)
    }

    // MARK: Plans

    @Test func `a plan takes the place of rules and seed`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add([.named("a")], at: .start)
        let rule = try Self.coin("coin")

        try engine.replaceAll(with: FaultPlan(seed: 7, rules: [rule]), at: .start)

        let other = FaultEngine(seed: 7)
        try other.add([rule], at: .start)
        #expect(engine.reports.map(\.rule) == [rule])
        #expect(engine.strikes(among: 100) == other.strikes(among: 100))
    }

    @Test func `a plan that is refused changes nothing`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add([.named("a")], at: .start)
        let scenario = try FaultScenario(name: "mine", summary: "", rules: [])

        #expect(throws: ServiceError.self) {
            let plan = try FaultPlan(rules: [.named("b"), .named("b")], scenarios: [scenario])
            try engine.replaceAll(with: plan, at: .start)
        }

        #expect(engine.reports.map(\.rule.name) == ["a"])
        #expect(engine.scenarios == FaultScenario.builtIn)
    }

    // MARK: Replays

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the same requests are decided in the same way, whatever other rules there are`(seed: UInt64) throws {
        let (alone, among) = (FaultEngine(seed: seed), FaultEngine(seed: seed))
        let delay = FaultDelay.longTail(median: .milliseconds(1), percentile99: .seconds(1))
        let slow = try FaultRule(name: "slow", trigger: FaultTrigger(probability: 0.5), effect: .delay(delay))

        try alone.add([slow], at: .start)
        try among.add([Self.coin("before"), slow, Self.coin("after")], at: .start)

        for _ in 0..<100 {
            #expect(alone.decide(.put, at: .start).delay == among.decide(.put, at: .start).delay)
        }
    }

    @Test func `other seeds and other names make other decisions`() throws {
        let strikes = try [(1, "a"), (1, "b"), (2, "a")].map { seed, name in
            let engine = FaultEngine(seed: UInt64(seed))
            try engine.add([Self.coin(name)], at: .start)
            return engine.strikes(among: 100)
        }

        #expect(Set(strikes).count == 3)
    }

    @Test func `requests at once are each counted`() async throws {
        let engine = try FaultEngine(trigger: FaultTrigger(next: 500))

        let strikes = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { engine.strikes(among: 250).count } }
            return await group.reduce(0, +)
        }

        #expect(strikes == 500)
        #expect(engine.reports.map(\.matched) == [2_000])
    }

    private static func coin(_ name: String) throws -> FaultRule {
        try FaultRule(name: name, trigger: FaultTrigger(probability: 0.5), effect: .halfReply)
    }
}
