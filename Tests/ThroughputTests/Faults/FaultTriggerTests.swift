// At which of the requests that it meets a rule strikes.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultTriggerTests {
    @Test(
        arguments: [
            (FaultTrigger(), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (FaultTrigger(next: 3), [1, 2, 3]),
            (FaultTrigger(every: 1), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (FaultTrigger(every: 4), [4, 8]),
            (FaultTrigger(next: 1, every: 4), [4]),
            (FaultTrigger(probability: 0), []),
            (FaultTrigger(probability: 1), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (FaultTrigger(every: 2, probability: 1), [2, 4, 6, 8]),
            (FaultTrigger(next: 2, probability: 0), []),
        ] as [(FaultTrigger, [Int])]
    )
    func `a rule strikes at the matches that it counts`(trigger: FaultTrigger, strikes: [Int]) throws {
        let engine = try FaultEngine(trigger: trigger)

        #expect(engine.strikes(among: 9) == strikes)
    }

    @Test func `only requests that the rule meets are counted`() throws {
        let engine = try FaultEngine(match: FaultMatch(operations: ["PutItem"]), trigger: FaultTrigger(every: 2))

        let others = engine.strikes(among: 5, .listTables)

        #expect(others == [])
        #expect(engine.strikes(among: 4) == [2, 4])
    }

    @Test func `a rule by chance strikes about as often as it says`() throws {
        let engine = try FaultEngine(trigger: FaultTrigger(probability: 0.2))

        let count = engine.strikes(among: 10_000).count

        // Five standard deviations either way.
        #expect((1_800...2_200).contains(count), "\(count)")
    }

    @Test func `chance is asked at counted matches only, and firings are counted last`() throws {
        let engine = try FaultEngine(trigger: FaultTrigger(next: 5, every: 2, probability: 0.5))

        let strikes = engine.strikes(among: 100)

        #expect(strikes.count == 5)
        #expect(strikes.allSatisfy { $0 % 2 == 0 })
        #expect(strikes != [2, 4, 6, 8, 10])
    }

    @Test(
        arguments: [
            (FaultTrigger(from: .after(.seconds(10))), [10, 59, 60, 61]),
            (FaultTrigger(until: .after(.seconds(60))), [0, 9, 10, 59]),
            (FaultTrigger(from: .after(.seconds(10)), until: .after(.seconds(60))), [10, 59]),
            (FaultTrigger(from: .at(.start + .seconds(10)), until: .at(.start + .seconds(60))), [10, 59]),
            (FaultTrigger(from: .after(.seconds(10)), until: .at(.start + .seconds(60))), [10, 59]),
            (FaultTrigger(from: .after(.seconds(60)), until: .at(.start + .seconds(10))), []),
        ] as [(FaultTrigger, [Int])]
    )
    func `a rule strikes from its first moment up to its last`(trigger: FaultTrigger, strikes: [Int]) throws {
        let engine = try FaultEngine(trigger: trigger)

        let found = [0, 9, 10, 59, 60, 61].filter { !engine.strikes(among: 1, at: .start + .seconds($0)).isEmpty }

        #expect(found == strikes)
    }

    @Test func `what comes outside its time is not counted`() throws {
        let engine = try FaultEngine(trigger: FaultTrigger(every: 3, from: .after(.seconds(10))))

        let early = engine.strikes(among: 2)

        #expect(early == [])
        #expect(engine.strikes(among: 6, at: .start + .seconds(10)) == [3, 6])
    }

    @Test func `times run from when a rule was added`() throws {
        let engine = FaultEngine(seed: 1)
        let rule = try FaultRule(
            name: "late",
            trigger: FaultTrigger(until: .after(.seconds(10))),
            effect: .halfReply
        )

        try engine.add([rule], at: .start + .seconds(100))

        #expect(engine.strikes(among: 1, at: .start + .seconds(109)) == [1])
        #expect(engine.strikes(among: 1, at: .start + .seconds(110)) == [])
    }
}
