// Retries for a client that has a throttled table to itself.

import Synchronization

/// The standard retries behind a limit on the client's own rate, which adapts to what the service throttles.
///
/// One throttled table slows all calls of the client: tables of unlike throughput want a client each.
public final class AdaptiveRetries: RetryStrategy {
    private let standard: StandardRetries
    private let rate = Mutex(AdaptiveRate())

    /// A strategy with a quota of its own.
    public init(_ settings: RetrySettings = .standard) {
        standard = StandardRetries(settings)
    }

    /// The tokens that the quota has left.
    public var tokens: Int { standard.tokens }

    /// Allows attempts as long as the settings and the quota do.
    public func decision(after failure: AttemptFailure?, at moment: Pacing.Moment) -> RetryDecision {
        if let failure { noteAnswer(isThrottled: failure.error.kind == .throttling, at: moment) }
        let decision = standard.decision(after: failure, at: moment)
        guard case .wait(let wait) = decision else { return decision }
        return .wait(max(wait, rate.withLock { $0.reserve(at: moment.now) }))
    }

    /// Brings tokens back.
    public func note(_ outcome: AttemptOutcome, after failure: AttemptFailure?, at moment: Pacing.Moment) {
        switch outcome {
        case .succeeded: noteAnswer(isThrottled: false, at: moment)
        case .notMade: rate.withLock { $0.bringBack() }
        }
        standard.note(outcome, after: failure, at: moment)
    }

    private func noteAnswer(isThrottled: Bool, at moment: Pacing.Moment) {
        rate.withLock { $0.noteAnswer(isThrottled: isThrottled, at: moment.now) }
    }
}

extension RetryStrategy where Self == AdaptiveRetries {
    /// A strategy with a quota and a rate of its own.
    public static var adaptive: AdaptiveRetries { AdaptiveRetries() }
}
