// Whether and when a failed call is tried again: the question, and who answers it.

/// Decides for all calls of a client, which ask it at the same time and in any order.
public protocol RetryStrategy: Sendable {
    /// Whether a call makes its next attempt; `failure` is that of its attempt before, and nil ahead of the first.
    func decision(after failure: AttemptFailure?, at moment: Pacing.Moment) -> RetryDecision

    /// Takes in what became of an attempt that it allowed after this failure. One that failed is asked about instead.
    func note(_ outcome: AttemptOutcome, after failure: AttemptFailure?, at moment: Pacing.Moment)
}

extension RetryStrategy {
    /// Takes nothing in: for a strategy that learns nothing.
    public func note(_ outcome: AttemptOutcome, after failure: AttemptFailure?, at moment: Pacing.Moment) {}
}

/// An attempt that failed.
public struct AttemptFailure: Equatable, Sendable {
    /// Which attempt of its call it was; the first is 1.
    public let attempt: Int
    /// Why it failed.
    public let error: CallError
    /// What the service asked for, if it did.
    public let hint: RetryHint?

    /// A failure of this attempt.
    public init(attempt: Int, error: CallError, hint: RetryHint? = nil) {
        self.attempt = attempt
        self.error = error
        self.hint = hint
    }
}

/// What became of an attempt that did not fail.
public enum AttemptOutcome: Equatable, Sendable {
    /// It has its answer.
    case succeeded
    /// It was allowed, but the call was cancelled or ran out of time.
    case notMade
}

/// What a strategy decides.
public enum RetryDecision: Equatable, Sendable {
    /// The attempt is made, after this wait at the earliest.
    case wait(Duration)
    /// The call fails with the failure before, for this reason, which is written down.
    case giveUp(because: String)
}

/// Every call is tried once: for a caller who decides about repeating.
public struct NoRetries: RetryStrategy {
    /// A strategy that repeats nothing.
    public init() {}

    /// Allows the first attempt, and no other.
    public func decision(after failure: AttemptFailure?, at moment: Pacing.Moment) -> RetryDecision {
        failure == nil ? .wait(.zero) : .giveUp(because: "nothing is tried again")
    }
}

extension RetryStrategy where Self == NoRetries {
    /// Every call is tried once.
    public static var none: NoRetries { NoRetries() }
}
