// What is done with a batch after each outcome.

import ApusModel
import Testing

@testable import ApusCommand

struct TriggerDeliveryTests {
    private static let failure = TriggerDelivery.Event.answered(.failed("no"))
    private static let success = TriggerDelivery.Event.answered(.delivered)

    struct Story: CustomTestStringConvertible {
        let testDescription: String
        let count: Int
        var retries = 2
        var isBisecting = false
        let events: [TriggerDelivery.Event]
        let actions: [TriggerDelivery.Action]
    }

    private static let stories = [
        Story(
            testDescription: "a batch that is taken at once",
            count: 5,
            events: [success],
            actions: [.send(0..<5, after: .zero), .finish]
        ),
        Story(
            testDescription: "what fails is sent again after pauses that grow",
            count: 5,
            events: [failure, failure, success],
            actions: [
                .send(0..<5, after: .zero), .send(0..<5, after: .milliseconds(50)),
                .send(0..<5, after: .milliseconds(100)), .finish,
            ]
        ),
        Story(
            testDescription: "what fails more often than it may be repeated is given up",
            count: 5,
            retries: 1,
            events: [failure, failure, .tookDown],
            actions: [
                .send(0..<5, after: .zero), .send(0..<5, after: .milliseconds(50)),
                .giveUp(0..<5, attempts: 2, reason: "no"), .finish,
            ]
        ),
        Story(
            testDescription: "without retries a failure is the end",
            count: 1,
            retries: 0,
            events: [failure, .tookDown],
            actions: [.send(0..<1, after: .zero), .giveUp(0..<1, attempts: 1, reason: "no"), .finish]
        ),
        Story(
            testDescription: "what is delivered in part goes on behind that, with a new count",
            count: 5,
            retries: 1,
            events: [failure, .answered(.partlyDelivered(2)), failure, .answered(.partlyDelivered(1)), success],
            actions: [
                .send(0..<5, after: .zero), .send(0..<5, after: .milliseconds(50)),
                .send(2..<5, after: .milliseconds(50)), .send(2..<5, after: .milliseconds(100)),
                .send(3..<5, after: .milliseconds(50)), .finish,
            ]
        ),
        Story(
            testDescription: "halves are sent one after the other, the larger one first",
            count: 5,
            isBisecting: true,
            events: [failure, success, success],
            actions: [
                .send(0..<5, after: .zero), .send(0..<3, after: .milliseconds(50)), .send(3..<5, after: .zero), .finish,
            ]
        ),
        Story(
            testDescription: "a poison record is halved out, and the rest arrives",
            count: 4,
            retries: 1,
            isBisecting: true,
            events: [failure, failure, success, failure, failure, .tookDown, success],
            actions: [
                .send(0..<4, after: .zero), .send(0..<2, after: .milliseconds(50)),
                .send(0..<1, after: .milliseconds(100)), .send(1..<2, after: .zero),
                .send(1..<2, after: .milliseconds(50)), .giveUp(1..<2, attempts: 2, reason: "no"),
                .send(2..<4, after: .zero), .finish,
            ]
        ),
        Story(
            testDescription: "what is left behind a part is halved as any other",
            count: 6,
            isBisecting: true,
            events: [.answered(.partlyDelivered(2)), failure, success, success],
            actions: [
                .send(0..<6, after: .zero), .send(2..<6, after: .milliseconds(50)),
                .send(2..<4, after: .milliseconds(100)), .send(4..<6, after: .zero), .finish,
            ]
        ),
    ]

    @Test(arguments: stories)
    func `each outcome has its next step`(story: Story) {
        let rules = TriggerDelivery.Rules(retries: story.retries, isBisecting: story.isBisecting)
        var delivery = TriggerDelivery(count: story.count, rules: rules)

        let actions = ([.began] + story.events).map { delivery.handle($0, fraction: 0.5) }

        #expect(actions == story.actions)
    }

    @Test(arguments: [0.0, 0.25, 0.999])
    func `a pause is a share of a whole that doubles up to ten seconds`(fraction: Double) {
        var delivery = TriggerDelivery(count: 1, rules: TriggerDelivery.Rules(retries: 10, isBisecting: false))
        _ = delivery.handle(.began, fraction: fraction)

        let actions = (0..<10).map { _ in delivery.handle(Self.failure, fraction: fraction) }

        let wholes = [100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000]
        #expect(actions == wholes.map { .send(0..<1, after: .milliseconds($0) * fraction) })
    }

    @Test(arguments: UInt64(1)...50)
    func `whatever fails and however, each record is delivered or given up once, in order`(seed: UInt64) {
        let chance = SeededChance(seed: seed)
        func number(upTo limit: Int) -> Int { Int(chance.next() % UInt64(limit + 1)) }
        let count = 1 + number(upTo: 19)
        let rules = TriggerDelivery.Rules(retries: number(upTo: 3), isBisecting: number(upTo: 1) == 1)
        var delivery = TriggerDelivery(count: count, rules: rules)
        var action = delivery.handle(.began, fraction: 0)
        var done: [Int] = []

        while action != .finish {
            var event = TriggerDelivery.Event.tookDown
            switch action {
            case .giveUp(let range, _, _): done += range
            case .send(let range, _):
                // As often as not nothing is taken.
                let taken = max(0, number(upTo: 2 * range.count) - range.count)
                done += range.prefix(taken)
                let part = taken == 0 ? TriggerOutcome.failed("no") : .partlyDelivered(taken)
                event = .answered(taken == range.count ? .delivered : part)
            case .finish: break
            }
            action = delivery.handle(event, fraction: 0)
        }

        #expect(done == Array(0..<count))
    }
}
