// Failures in a row.

/// How often and since when something has failed, which tells how long to wait before it is tried again.
struct Trouble: Equatable, Sendable {
    private var count = 0
    private var start: Duration?

    private static let waits = Backoff(base: .milliseconds(100), cap: .seconds(10), jitter: .equal)

    /// Takes in a failure. Answers how long to wait; nil where it has lasted too long.
    mutating func wait(at moment: Pacing.Moment, within patience: Duration) -> Duration? {
        let start = start ?? moment.now
        self.start = start
        guard moment.now - start <= patience else { return nil }
        defer { count += 1 }
        return Self.waits.wait(atStep: count, fraction: moment.fraction)
    }
}

extension CallError {
    /// Whether the same call may well succeed later.
    var isWorthRepeating: Bool {
        switch kind {
        case .throttling, .passing, .clock: true
        case .content, .lasting: false
        }
    }
}
