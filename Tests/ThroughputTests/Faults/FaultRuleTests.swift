// Which rules may be made, and what is said about others.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultRuleTests {
    @Test(arguments: ["", "a b", "é", "a/b", String(repeating: "a", count: 256)])
    func `a name is made of some letters, digits and marks`(name: String) {
        let violation = "name must have 1 to 255 letters, digits, underscores, hyphens and dots"

        #expect(throws: ServiceError.faultRule(name, violation)) { try FaultRule.named(name) }
    }

    @Test func `a refusal quotes no more of a name than a name may have`() {
        let error = ServiceError.faultRule(String(repeating: "a", count: 1_000), "wrong")

        #expect(error.message == "Fault rule \"\(String(repeating: "a", count: 255))\": wrong")
    }

    @Test(
        arguments: [
            (FaultTrigger(next: 0), "next is 0, but must be a whole number from 1"),
            (FaultTrigger(every: -1), "every is -1, but must be a whole number from 1"),
            (FaultTrigger(probability: 1.5), "probability is 1.5, but must be a number from 0 to 1"),
            (FaultTrigger(probability: -0.1), "probability is -0.1, but must be a number from 0 to 1"),
            (FaultTrigger(probability: .nan), "probability is nan, but must be a number from 0 to 1"),
            (FaultTrigger(from: .after(.seconds(-1))), "from \(FaultMoment.range)"),
            (FaultTrigger(until: .after(.seconds(367 * 86_400))), "until \(FaultMoment.range)"),
            (FaultTrigger(from: .at(Timestamp(milliseconds: .min))), "from \(FaultMoment.range)"),
            (FaultTrigger(until: .at(Timestamp(milliseconds: .max))), "until \(FaultMoment.range)"),
            (
                FaultTrigger(from: .after(.seconds(2)), until: .after(.seconds(2))),
                "until must be later than from"
            ),
            (FaultTrigger(from: .at(.start + .seconds(1)), until: .at(.start)), "until must be later than from"),
        ] as [(FaultTrigger, String)]
    )
    func `a trigger that cannot be is refused by the name of its member`(trigger: FaultTrigger, violation: String) {
        #expect(throws: ServiceError.faultRule("mine", violation)) {
            try FaultRule(name: "mine", trigger: trigger, effect: .halfReply)
        }
    }

    @Test(
        arguments: [
            (.unprocessed(0), "effect.unprocessed is 0, but must be a whole number from 1"),
            (.hold(.zero), "effect.hold must be longer than 0s and at most 1h"),
            (.hold(.seconds(3_601)), "effect.hold must be longer than 0s and at most 1h"),
            (.delay(.fixed(.seconds(-1))), "effect.delay must be from 0s to 1h"),
            (.delay(.fixed(.seconds(3_601))), "effect.delay must be from 0s to 1h"),
            (
                .delay(.longTail(median: .zero, percentile99: .seconds(1))),
                "effect.delay.median must be longer than 0s"
            ),
            (
                .delay(.longTail(median: .seconds(2), percentile99: .seconds(1))),
                "effect.delay.p99 must not be shorter than median"
            ),
            (
                .delay(.longTail(median: .seconds(2), percentile99: .seconds(3_601))),
                "effect.delay.p99 must be at most 1h"
            ),
            (.stale(.zero), "effect.stale must be longer than 0s and at most 1h"),
            (.stale(.seconds(3_601)), "effect.stale must be longer than 0s and at most 1h"),
        ] as [(FaultEffect, String)]
    )
    func `an effect that cannot be is refused by the name of its member`(effect: FaultEffect, violation: String) {
        #expect(throws: ServiceError.faultRule("mine", violation)) { try FaultRule.named("mine", effect) }
    }

    @Test(arguments: [.conflict, .hold(.seconds(1))] as [FaultEffect])
    func `conflicts and holds are for operations that can meet them`(effect: FaultEffect) throws {
        let queries = FaultMatch(operations: ["Query"])

        #expect(throws: ServiceError.self) { try FaultRule(name: "mine", match: queries, effect: effect) }
        #expect(try FaultRule.named("mine", effect).match.operations.contains("TransactWriteItems"))
    }

    @Test func `entries can be left unprocessed in batches only`() throws {
        let puts = FaultMatch(operations: ["PutItem", "BatchWriteItem"])

        #expect(
            throws: ServiceError.faultRule(
                "mine",
                "operations must be BatchGetItem or BatchWriteItem with effect.unprocessed"
            )
        ) {
            try FaultRule(name: "mine", match: puts, effect: .unprocessed(1))
        }
        #expect(
            try FaultRule.named("mine", .unprocessed(1)).match.operations == ["BatchGetItem", "BatchWriteItem"]
        )
    }
}
