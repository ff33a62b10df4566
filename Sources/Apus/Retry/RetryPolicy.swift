// Whether a failed call is tried again.

/// How often a call is tried, and how long it waits in between.
package struct RetryPolicy: Equatable, Sendable {
    /// How often in all, the first time included.
    package let attempts: Int
    package let backoff: Backoff

    package init(attempts: Int, backoff: Backoff) {
        precondition(attempts > 0, "a call is tried once at least")
        self.attempts = attempts
        self.backoff = backoff
    }

    /// What the SDKs of AWS do for DynamoDB.
    package static let standard = RetryPolicy(
        attempts: 4,
        backoff: Backoff(base: .milliseconds(25), cap: .seconds(20))
    )
    /// For a caller who decides about repeating.
    package static let never = RetryPolicy(attempts: 1, backoff: Backoff(base: .zero, cap: .zero))

    /// The wait before the next attempt; nil where there is to be none.
    func wait(afterAttempts made: Int, failingWith error: CallError, fraction: Double) -> Duration? {
        guard made < attempts else { return nil }
        switch error.kind {
        case .throttling, .passing: return backoff.wait(atStep: made - 1, fraction: fraction)
        case .content, .lasting: return nil
        }
    }
}
