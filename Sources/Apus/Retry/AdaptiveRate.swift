// The rate of calls that a service bears, as far as its answers tell.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A limit that the first throttled answer switches on, and that then falls with each such answer and grows in between.
///
/// It grows as CUBIC does: quickly at first, slowly near the rate that was throttled last, then ever more quickly.
struct AdaptiveRate: Sendable {
    private static let scale = 0.4
    private static let fallFactor = 0.7
    private static let leastPerSecond = 0.5
    // Further ahead of what is really sent, the limit would be none.
    private static let mostOverMeasured = 2.0
    /// The rate may recover meanwhile, so no promise reaches further.
    private static let longestWaitSeconds = 20.0

    /// Nil until an answer was throttled.
    private(set) var perSecond: Double?
    private var meter = RateMeter()
    private var throttled = (perSecond: 0.0, at: Duration.zero)
    /// Below zero, calls wait for tokens that were promised to them.
    private var tokens = 0.0
    private var refillTime = Duration.zero

    /// Takes a token for an attempt. Answers how long it must wait for it.
    mutating func reserve(at now: Duration) -> Duration {
        guard let perSecond else { return .zero }
        refill(at: now)
        tokens -= 1
        return .seconds(min(Self.longestWaitSeconds, max(0, -tokens / perSecond)))
    }

    /// Takes back the token of an attempt that is not made.
    mutating func bringBack() {
        if let perSecond { tokens = min(Self.capacity(at: perSecond), tokens + 1) }
    }

    /// Takes in that an answer came, of whatever kind.
    mutating func noteAnswer(isThrottled: Bool, at now: Duration) {
        let measured = meter.note(at: now)
        if isThrottled {
            throttled = (min(measured, perSecond ?? measured), now)
            setRate(throttled.perSecond * Self.fallFactor, measured: measured, at: now)
        } else if perSecond != nil {
            setRate(grownRate(at: now), measured: measured, at: now)
        }
    }

    private func grownRate(at now: Duration) -> Double {
        // After this many seconds the rate is again the one that was throttled.
        let plateau = cbrt(throttled.perSecond * (1 - Self.fallFactor) / Self.scale)
        let seconds = (now - throttled.at) / .seconds(1) - plateau
        return Self.scale * seconds * seconds * seconds + throttled.perSecond
    }

    private mutating func setRate(_ wish: Double, measured: Double, at now: Duration) {
        refill(at: now)
        let rate = max(Self.leastPerSecond, min(wish, Self.mostOverMeasured * measured))
        perSecond = rate
        tokens = min(tokens, Self.capacity(at: rate))
    }

    private mutating func refill(at now: Duration) {
        // Calls come in any order: one that is late brings nothing.
        let seconds = max(.zero, now - refillTime) / .seconds(1)
        refillTime = max(refillTime, now)
        guard let perSecond else { return }
        tokens = min(Self.capacity(at: perSecond), tokens + seconds * perSecond)
    }

    private static func capacity(at perSecond: Double) -> Double { max(1, perSecond) }
}

/// How many answers come in a second: counted by half seconds, and smoothed.
private struct RateMeter: Sendable {
    private static let bucketsPerSecond = 2.0
    private static let smoothing = 0.8

    private(set) var perSecond = 0.0
    private var count = 0.0
    /// Where the bucket that is being filled began, in buckets; nil until something came.
    private var bucket: Double?

    /// Counts one more. Answers the rate after it.
    mutating func note(at now: Duration) -> Double {
        count += 1
        let current = (now / .seconds(1) * Self.bucketsPerSecond).rounded(.down)
        let start = bucket ?? current
        if current > start {
            let latest = count * Self.bucketsPerSecond / (current - start)
            perSecond = latest * Self.smoothing + perSecond * (1 - Self.smoothing)
            count = 0
        }
        bucket = max(start, current)
        return perSecond
    }
}
