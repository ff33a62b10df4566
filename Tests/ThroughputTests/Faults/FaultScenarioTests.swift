// Scenarios: switched on for all requests, or asked for by one.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultScenarioTests {
    @Test func `a scenario is switched on and off, and leaves other rules alone`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add([.named("mine", .delay(.fixed(.seconds(1))))], at: .start)

        try engine.switchOn("stale-reads", at: .start)
        let names = engine.reports.map(\.rule.name)
        let scenarios = engine.reports.map(\.scenario)
        let decision = engine.decide(.indexQuery, at: .start)
        try engine.switchOff("stale-reads")

        #expect(names == ["mine", "stale-reads.reads"])
        #expect(scenarios == [nil, "stale-reads"])
        #expect(decision.staleness == .seconds(2))
        #expect(decision.delay == .seconds(1))
        #expect(engine.reports.map(\.rule.name) == ["mine"])
    }

    @Test func `one request asks for a scenario, and others go on as before`() throws {
        let engine = FaultEngine(seed: 1)

        let decisions = try (0..<6).map { _ in try engine.decide(.put, at: .start, scenario: "lost-answer") }
        let other = engine.decide(.put, at: .start)

        let dropped = FaultyReply.dropped(.after)
        #expect(decisions.map(\.reply) == [nil, nil, dropped, nil, nil, dropped])
        #expect(other == .none)
        #expect(engine.isEmpty)
    }

    @Test func `the times of a scenario that requests ask for run from the first`() throws {
        let engine = FaultEngine(seed: 1)
        let rule = try FaultRule(
            name: "late",
            trigger: FaultTrigger(from: .after(.seconds(5))),
            effect: .halfReply
        )
        try engine.define([FaultScenario(name: "later", summary: "", rules: [rule])])

        let replies = try [100, 104, 105].map { second in
            try engine.decide(.put, at: .start + .seconds(second), scenario: "later").reply
        }

        #expect(replies == [nil, nil, .half])
    }

    @Test func `rules at work come before those of a scenario, and it is not applied twice`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add([.named("mine", .stale(.seconds(9)))], at: .start)

        let asked = try engine.decide(.indexQuery, at: .start, scenario: "stale-reads")
        try engine.switchOn("stale-reads", at: .start)
        _ = try engine.decide(.indexQuery, at: .start, scenario: "stale-reads")

        #expect(asked.staleness == .seconds(9))
        #expect(engine.reports.map(\.fired) == [2, 1])
    }

    @Test func `what a scenario has counted for single requests is forgotten once all is cleared`() throws {
        let engine = FaultEngine(seed: 1)
        for _ in 0..<2 { _ = try engine.decide(.put, at: .start, scenario: "lost-answer") }

        engine.clear()

        #expect(try engine.decide(.put, at: .start, scenario: "lost-answer") == .none)
    }

    @Test func `an unknown scenario is refused with those that are known`() {
        let engine = FaultEngine(seed: 1)
        let known = "hot-partition, throttled-import, flapping-network, lost-answer, brown-out, stale-reads, contention"
        let error = ServiceError.validation("There is no fault scenario \"no\"; known are \(known)")

        #expect(throws: error) { try engine.switchOn("no", at: .start) }
        #expect(throws: error) { try engine.switchOff("no") }
        #expect(throws: error) { try engine.decide(.put, at: .start, scenario: "no") }
    }

    @Test func `a scenario takes the place of another of its name`() throws {
        let engine = FaultEngine(seed: 1)
        let mine = try FaultScenario(name: "stale-reads", summary: "Mine.", rules: [.named("x")])

        _ = try engine.decide(.put, at: .start, scenario: "stale-reads")
        try engine.define([mine])

        #expect(engine.scenarios.count == FaultScenario.builtIn.count)
        #expect(engine.scenarios.filter { $0.name == "stale-reads" } == [mine])
        #expect(try engine.decide(.put, at: .start, scenario: "stale-reads").reply == .half)
    }

    @Test func `there is a limit to scenarios, to their rules and to their names`() throws {
        let engine = FaultEngine(seed: 1)
        let many = try (1...95).map { try FaultScenario(name: "s\($0)", summary: "", rules: []) }
        let rules = try (0...FaultEngine.ruleLimit).map { try FaultRule.named("rule-\($0)") }

        #expect(
            throws: ServiceError.validation(
                "There may be at most 100 fault scenarios, built-in ones included, but these would make 102"
            )
        ) { try engine.define(many) }
        #expect(engine.scenarios == FaultScenario.builtIn)
        #expect(throws: ServiceError.validation("Fault scenario \"s\": it may have at most 1000 rules")) {
            try FaultScenario(name: "s", summary: "", rules: rules)
        }
        #expect(throws: ServiceError.self) { try FaultScenario(name: "", summary: "", rules: []) }
        #expect(throws: ServiceError.faultRule("rule-1", "name must differ from those of the other rules")) {
            try FaultScenario(name: "s", summary: "", rules: [rules[1], rules[1]])
        }
    }

    @Test(arguments: FaultScenario.builtIn)
    func `each built-in scenario does something to some of many requests`(scenario: FaultScenario) throws {
        let engine = FaultEngine(seed: 1)
        let get = FaultSubject(operation: "GetItem", entries: [FaultSubject.Entry(table: "Cats")])
        let subjects = [
            .put, get, .indexQuery, .batch(["a", "b", "c"]), FaultSubject(operation: "TransactWriteItems"),
        ]

        try engine.switchOn(scenario.name, at: .start)
        for _ in 0..<200 {
            for subject in subjects { _ = engine.decide(subject, at: .start) }
        }

        #expect(scenario.summary.hasSuffix("."))
        #expect(engine.reports.count == scenario.rules.count)
        #expect(engine.reports.allSatisfy { $0.fired > 0 && $0.rule.name.hasPrefix("\(scenario.name).") })
    }

    @Test func `an import under throttling comes back in parts, and at times whole`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.switchOn("throttled-import", at: .start)
        let batch = FaultSubject.batch((1...25).map(String.init))

        let left = (0..<500).map { _ in
            let decision = engine.decide(batch, at: .start)
            return decision.throttled.count + decision.unprocessed.count
        }

        #expect(left.contains(0))
        #expect(left.contains(25))
        #expect(left.count { (1..<25).contains($0) } > 250)
    }
}
