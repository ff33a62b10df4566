// How long to wait before something is tried again.

/// Waits that double up to a cap, with a share of chance in them.
public struct Backoff: Equatable, Sendable {
    /// What chance does to a wait, so that those who were turned away together do not return together.
    public enum Jitter: Equatable, Sendable {
        /// Nothing.
        case none
        /// It takes away up to a half.
        case equal
        /// It takes away any part: every time from zero to the whole wait is as likely as any other.
        case full
        /// It adds up to this much, also to the cap.
        case added(upTo: Duration)
    }

    /// The first wait, which each further one doubles.
    public let base: Duration
    /// The longest wait.
    public let cap: Duration
    /// What chance does to each wait.
    public let jitter: Jitter

    /// Waits that begin with `base` and double up to `cap`.
    public init(base: Duration, cap: Duration, jitter: Jitter = .full) {
        self.base = base
        self.cap = cap
        self.jitter = jitter
    }

    /// The wait of a step, where 0 is the first; `fraction` is from 0 up to 1.
    public func wait(atStep step: Int, fraction: Double) -> Duration {
        // Beyond 2^30 every cap is passed; a larger shift would overflow.
        let whole = min(cap, base * (1 << min(step, 30)))
        return switch jitter {
        case .none: whole
        case .equal: whole / 2 + whole / 2 * fraction
        case .full: whole * fraction
        case .added(let most): whole + most * fraction
        }
    }
}
