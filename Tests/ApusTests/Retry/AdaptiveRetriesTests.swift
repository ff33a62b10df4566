// The standard retries behind a rate.

import ApusModel
import Testing

@testable import Apus

struct AdaptiveRetriesTests {
    private static let throttled = AttemptFailure(attempt: 1, error: .refused(Refusal(.throttling, "slow")))
    private static let broken = AttemptFailure(attempt: 1, error: .unreachable("reset"))
    private static let start = Pacing.Moment(now: .zero, fraction: 0.5)

    @Test func `a failure of another kind limits nothing`() {
        let retries = AdaptiveRetries()

        #expect(retries.decision(after: nil, at: Self.start) == .wait(.zero))
        #expect(retries.decision(after: Self.broken, at: Self.start) == .wait(.microseconds(12_500)))
        #expect(retries.decision(after: nil, at: Self.start) == .wait(.zero))
    }

    @Test func `after a throttled answer all calls wait their turn`() {
        let retries = AdaptiveRetries()

        // Nothing was measured yet, so the rate is the least: a token in two seconds.
        #expect(retries.decision(after: Self.throttled, at: Self.start) == .wait(.seconds(2)))
        #expect(retries.decision(after: nil, at: Self.start) == .wait(.seconds(4)))
        retries.note(.notMade, after: nil, at: Self.start)
        #expect(retries.decision(after: nil, at: Self.start) == .wait(.seconds(4)))
    }

    @Test func `nobody is promised a turn that is far off`() {
        let retries = AdaptiveRetries()

        // At a token in two seconds the eleventh would wait for 22 seconds.
        _ = retries.decision(after: Self.throttled, at: Self.start)
        let waits = (2...12).map { _ in retries.decision(after: nil, at: Self.start) }

        #expect(waits.prefix(9) == (2...10).map { .wait(.seconds(2 * $0)) }[...])
        #expect(waits.suffix(2) == [.wait(.seconds(20)), .wait(.seconds(20))])
    }

    @Test func `the backoff is kept to where it is longer`() {
        let retries = AdaptiveRetries()
        let hinted = AttemptFailure(attempt: 1, error: Self.throttled.error, hint: .atLeast(.seconds(9)))

        #expect(retries.decision(after: hinted, at: Self.start) == .wait(.seconds(9)))
    }

    @Test func `a call that is given up takes no token`() {
        let retries = AdaptiveRetries()
        let last = AttemptFailure(attempt: 4, error: Self.throttled.error)

        #expect(retries.decision(after: last, at: Self.start) == .giveUp(because: "all attempts are made"))
        #expect(retries.decision(after: nil, at: Self.start) == .wait(.seconds(2)))
    }
}
