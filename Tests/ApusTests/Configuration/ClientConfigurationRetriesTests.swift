// The retries that settings ask for.

import ApusSigning
import Testing

@testable import Apus

struct ClientConfigurationRetriesTests {
    private static let longestWait = Pacing.Moment(now: .zero, fraction: 1)

    // The longest wait before a second attempt: 25 ms with jitter, 50 ms in legacy mode.
    @Test(
        arguments: [
            (nil, nil, 4, .milliseconds(25)), (nil, 2, 2, .milliseconds(25)), (.standard, 9, 9, .milliseconds(25)),
            (.legacy, nil, 11, .milliseconds(50)), (.legacy, 3, 3, .milliseconds(50)),
            (.adaptive, nil, 4, .milliseconds(25)), (.adaptive, 6, 6, .milliseconds(25)),
        ] as [(RetryMode?, Int?, Int, Duration)]
    )
    func `mode and attempts are those that are set`(mode: RetryMode?, maxAttempts: Int?, attempts: Int, wait: Duration)
    {
        let retries = ClientConfiguration.retries(mode: mode, attempts: maxAttempts)
        func decision(_ attempt: Int) -> RetryDecision {
            retries.decision(
                after: AttemptFailure(attempt: attempt, error: .unreachable("reset")),
                at: Self.longestWait
            )
        }

        if attempts > 1 { #expect(decision(1) == .wait(wait)) }
        #expect(decision(attempts) == .giveUp(because: "all attempts are made"))
        #expect((retries is AdaptiveRetries) == (mode == .adaptive))
    }
}
