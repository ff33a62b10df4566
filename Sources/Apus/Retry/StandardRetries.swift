// The retries that a client makes unless told otherwise.

import Synchronization

/// A few attempts with growing waits, within a quota that all calls share.
public final class StandardRetries: RetryStrategy {
    private let settings: RetrySettings
    private let quota = Mutex(RetryQuota())

    /// A strategy with a quota of its own.
    public init(_ settings: RetrySettings = .standard) {
        self.settings = settings
    }

    /// The tokens that the quota has left.
    public var tokens: Int { quota.withLock { $0.tokens } }

    /// Allows attempts as long as the settings and the quota do.
    public func decision(after failure: AttemptFailure?, at moment: Pacing.Moment) -> RetryDecision {
        guard let failure else { return .wait(.zero) }
        guard let cost = settings.costs.cost(of: failure.error) else {
            return .giveUp(because: "it would fail again")
        }
        guard failure.attempt < settings.attempts else { return .giveUp(because: "all attempts are made") }
        guard quota.withLock({ $0.take(cost) }) else { return .giveUp(because: "the retry quota is used up") }
        let wait = settings.backoff.wait(atStep: failure.attempt - 1, fraction: moment.fraction)
        return .wait(failure.hint?.wait(insteadOf: wait) ?? wait)
    }

    /// Brings tokens back.
    public func note(_ outcome: AttemptOutcome, after failure: AttemptFailure?, at moment: Pacing.Moment) {
        let cost = failure.flatMap { settings.costs.cost(of: $0.error) }
        let tokens =
            switch outcome {
            case .succeeded: cost ?? RetryQuota.plainSuccess
            case .notMade: cost ?? 0
            }
        quota.withLock { $0.bringBack(tokens) }
    }
}

extension RetryStrategy where Self == StandardRetries {
    /// A strategy with a quota of its own.
    public static var standard: StandardRetries { StandardRetries() }
}
