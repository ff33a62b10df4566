// The rules of tests, in the terms of the engine.

import ApusThroughput
import Testing

@testable import ApusTesting

struct FaultRuleTests {
    typealias Rule = ApusTesting.FaultRule

    @Test(arguments: [
        (Rule.Effect.unprocessed(3), FaultEffect.unprocessed(3)),
        (.delay(.milliseconds(20)), .delay(.fixed(.milliseconds(20)))),
        (
            .longTailDelay(median: .milliseconds(20), percentile99: .seconds(2)),
            .delay(.longTail(median: .milliseconds(20), percentile99: .seconds(2)))
        ),
        (.internalError(.before), .error(.before)),
        (.internalError(.after), .error(.after)),
        (.drop(.before), .drop(.before)),
        (.drop(.after), .drop(.after)),
        (.conflict, .conflict),
        (.hold(.seconds(2)), .hold(.seconds(2))),
        (.halfReply, .halfReply),
        (.wrongChecksum, .wrongChecksum),
        (.stale(.seconds(2)), .stale(.seconds(2))),
        (.throttle(.tableWrites), .throttle(.tableWriteProvisionedThroughputExceeded)),
        (.throttle(.tableReads, for: .keyRange), .throttle(.tableReadKeyRangeThroughputExceeded)),
        (.throttle(.indexReads, for: .accountLimit), .throttle(.indexReadAccountLimitExceeded)),
        (.throttle(.indexWrites, for: .onDemandMaximum), .throttle(.indexWriteMaxOnDemandThroughputExceeded)),
    ])
    func `each effect has one of the engine's`(effect: Rule.Effect, engineEffect: FaultEffect) throws {
        #expect(try Rule(effect).engineRule(named: "any").effect == engineEffect)
    }

    @Test func `all that throttles has a reason of its own`() throws {
        var reasons: [FaultEffect] = []
        for throughput in Rule.Throughput.allCases {
            for shortage in Rule.Shortage.allCases {
                let effect = try Rule(.throttle(throughput, for: shortage)).engineRule(named: "any").effect
                if !reasons.contains(effect) { reasons.append(effect) }
            }
        }

        #expect(reasons.count == 16)
    }

    @Test func `what a rule asks of requests and moments is kept`() throws {
        let rule = Rule(
            .halfReply,
            named: "own",
            on: ["Query"],
            table: "Birds",
            index: "byName",
            key: ["name": "wren"],
            caller: "ADA",
            next: 1,
            every: 2,
            probability: 0.5,
            from: .seconds(3),
            until: .seconds(4)
        )

        let engineRule = try rule.engineRule(named: "other")

        #expect(engineRule.name == "own")
        let match = FaultMatch(
            operations: ["Query"],
            table: "Birds",
            index: "byName",
            key: ["name": "wren"],
            caller: "ADA"
        )
        #expect(engineRule.match == match)
        let (from, until) = (FaultMoment.after(.seconds(3)), FaultMoment.after(.seconds(4)))
        #expect(engineRule.trigger == FaultTrigger(next: 1, every: 2, probability: 0.5, from: from, until: until))
    }

    @Test(arguments: [
        Rule(.unprocessed(0)), Rule(.delay(.seconds(-1))), Rule(.stale(.zero)), Rule(.halfReply, named: "two words"),
        Rule(.halfReply, next: 0), Rule(.halfReply, every: 0), Rule(.halfReply, probability: -0.1),
        Rule(.halfReply, from: .seconds(2), until: .seconds(1)),
    ])
    func `a rule that cannot be is refused by name`(rule: Rule) {
        let error = #expect(throws: TestServerError.self) { try rule.engineRule(named: "wrong") }

        #expect(error?.description.hasPrefix("Fault rule \"\(rule.name ?? "wrong")\": ") == true)
    }
}
