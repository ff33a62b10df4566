// Time and chance, as the client uses them.

/// What tells the time, waits and draws lots. It is handed in, so that a test can replay any run without waiting.
public struct Pacing: Sendable {
    /// The time since some fixed moment; it never goes back.
    package let now: @Sendable () -> Duration
    /// Waits, or returns early when the task is cancelled.
    package let sleep: @Sendable (Duration) async -> Void
    /// A number from 0 up to, but not including, 1.
    package let fraction: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async -> Void,
        fraction: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.fraction = fraction
    }

    /// A point in time, and the lot drawn for it: from 0 up to 1.
    public struct Moment: Equatable, Sendable {
        /// The time since some fixed moment.
        public let now: Duration
        /// The lot.
        public let fraction: Double

        /// A moment of this time and lot.
        public init(now: Duration, fraction: Double) {
            self.now = now
            self.fraction = fraction
        }
    }

    /// The moment that it is.
    package var moment: Moment { Moment(now: now(), fraction: fraction()) }

    /// The machine's own clock and chance.
    package static var system: Pacing {
        let start = ContinuousClock.now
        return Pacing(
            now: { ContinuousClock.now - start },
            sleep: { try? await Task.sleep(for: $0) },
            fraction: { Double.random(in: 0..<1) }
        )
    }
}
