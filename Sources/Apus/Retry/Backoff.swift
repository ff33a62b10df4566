// How long to wait before something is tried again.

/// Waits that double up to a cap, with full jitter: any time from zero to the step's longest is as likely as any other.
package struct Backoff: Equatable, Sendable {
    package let base: Duration
    package let cap: Duration

    package init(base: Duration, cap: Duration) {
        self.base = base
        self.cap = cap
    }

    /// The wait of a step, where 0 is the first; `fraction` is from 0 up to 1.
    package func wait(atStep step: Int, fraction: Double) -> Duration {
        // Beyond 2^30 every cap is passed; a larger shift would overflow.
        min(cap, base * (1 << min(step, 30))) * fraction
    }
}
