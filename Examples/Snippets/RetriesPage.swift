// The code of the page about retries.

import ApusTesting
import Testing

/// Three attempts, a second apart.
struct EverySecond: RetryStrategy {
    func decision(after failure: AttemptFailure?, at moment: Pacing.Moment) -> RetryDecision {
        guard let failure else { return .wait(.zero) }
        guard failure.error.kind == .throttling || failure.error.kind == .passing else {
            return .giveUp(because: "it would fail again")
        }
        return failure.attempt < 3 ? .wait(.seconds(1)) : .giveUp(because: "three times is enough")
    }
}

struct RetriesPage {
    @Test(.apus) func `strategies are chosen`() async throws {
        var configuration = TestServer.current.configuration
        configuration.retries = .adaptive
        let patient = RetrySettings(
            attempts: 8,
            backoff: Backoff(base: .milliseconds(100), cap: .seconds(20), jitter: .full)
        )
        configuration.retries = StandardRetries(patient)
        configuration.callTime = .seconds(30)
        let client = DynamoDBClient(configuration)

        #expect(try await client.listTables(ListTablesInput()).tableNames.isEmpty)
        #expect(patient == RetrySettings(attempts: 8, backoff: .throttlingPattern))
    }

    @Test func `one's own strategy decides`() {
        let strategy = EverySecond()
        let moment = Pacing.Moment(now: .zero, fraction: 0)
        let lost = CallError.unreachable("the line is cut")

        #expect(strategy.decision(after: AttemptFailure(attempt: 2, error: lost), at: moment) == .wait(.seconds(1)))
        #expect(strategy.decision(after: AttemptFailure(attempt: 3, error: lost), at: moment) != .wait(.seconds(1)))
    }
}
