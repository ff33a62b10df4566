// The standard retries, call by call.

import ApusModel
import Testing

@testable import Apus

struct StandardRetriesTests {
    private static let broken = CallError.unreachable("reset")
    private static let throttled = CallError.refused(Refusal(.throttling, "slow"))
    private static let invalid = CallError.refused(Refusal(.validation, "wrong"))
    private static let half = Pacing.Moment(now: .zero, fraction: 0.5)

    @Test(arguments: [
        (AttemptFailure(attempt: 1, error: broken), RetryDecision.wait(.microseconds(12_500))),
        (AttemptFailure(attempt: 2, error: throttled), .wait(.milliseconds(25))),
        (AttemptFailure(attempt: 3, error: broken), .wait(.milliseconds(50))),
        (AttemptFailure(attempt: 4, error: broken), .giveUp(because: "all attempts are made")),
        (AttemptFailure(attempt: 1, error: invalid), .giveUp(because: "it would fail again")),
        (AttemptFailure(attempt: 2, error: broken, hint: .near(.milliseconds(10))), .wait(.milliseconds(25))),
        (AttemptFailure(attempt: 2, error: broken, hint: .near(.seconds(3))), .wait(.seconds(3))),
        (AttemptFailure(attempt: 2, error: broken, hint: .near(.seconds(60))), .wait(.milliseconds(5_025))),
        (AttemptFailure(attempt: 2, error: broken, hint: .atLeast(.seconds(60))), .wait(.seconds(60))),
        (AttemptFailure(attempt: 2, error: broken, hint: .atLeast(.zero)), .wait(.milliseconds(25))),
    ])
    func `a failure is waited out or final`(failure: AttemptFailure, decision: RetryDecision) {
        #expect(StandardRetries().decision(after: failure, at: Self.half) == decision)
    }

    @Test func `the first attempt waits for nothing and costs nothing`() {
        let retries = StandardRetries()

        #expect(retries.decision(after: nil, at: Self.half) == .wait(.zero))
        #expect(retries.tokens == 500)
    }

    @Test func `calls share the quota, and get back what their last retry cost`() {
        let retries = StandardRetries()
        let (first, second) = (
            AttemptFailure(attempt: 1, error: Self.broken), AttemptFailure(attempt: 2, error: Self.throttled)
        )

        // 500 - 14 - 5 + 5 + 1 for a call that needed no retry.
        _ = retries.decision(after: first, at: Self.half)
        _ = retries.decision(after: second, at: Self.half)
        retries.note(.succeeded, after: second, at: Self.half)
        retries.note(.succeeded, after: nil, at: Self.half)
        #expect(retries.tokens == 487)

        // A retry that is not made costs nothing, nor does a first attempt.
        _ = retries.decision(after: first, at: Self.half)
        retries.note(.notMade, after: first, at: Self.half)
        retries.note(.notMade, after: nil, at: Self.half)
        #expect(retries.tokens == 487)
    }

    @Test func `without tokens calls fail at once`() {
        let retries = StandardRetries()
        let failure = AttemptFailure(attempt: 1, error: Self.broken)

        let decisions = (1...36).map { _ in retries.decision(after: failure, at: Self.half) }

        #expect(decisions[34] == .wait(.microseconds(12_500)))
        #expect(decisions[35] == .giveUp(because: "the retry quota is used up"))
        #expect(retries.tokens == 10)
    }

    @Test(arguments: [
        (RetrySettings.legacy, 11, 51_150), (.batchTutorial, 10, 5_110), (.throttlingPattern, 8, 6_350),
        (.batchPattern, 5, 3_000),
    ])
    func `a preset makes its attempts, without a quota`(settings: RetrySettings, attempts: Int, milliseconds: Int) {
        let retries = StandardRetries(settings)
        var waited = Duration.zero
        var attempt = 1

        while case .wait(let time) = retries.decision(
            after: AttemptFailure(attempt: attempt, error: Self.throttled),
            at: Self.half
        ) {
            waited += time
            attempt += 1
        }

        #expect(attempt == attempts)
        #expect(waited == .milliseconds(milliseconds))
        #expect(retries.tokens == 500)
    }

    @Test func `who wants no retries gets none`() {
        #expect(NoRetries().decision(after: nil, at: Self.half) == .wait(.zero))
        #expect(
            NoRetries().decision(after: AttemptFailure(attempt: 1, error: Self.broken), at: Self.half)
                == .giveUp(because: "nothing is tried again")
        )
    }
}
