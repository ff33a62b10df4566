// What can be used at once, and how it comes back with time.

import ApusModel

/// A bucket of capacity units that fills at a steady rate up to a bound.
///
/// All quantities are whole thousandths of a unit, and times whole milliseconds, so a rate in units per second fills
/// it exactly: the same takings at the same times leave the same level.
package struct TokenBucket: Equatable, Sendable {
    /// Thousandths of a unit in a unit.
    package static let thousandths = 1_000
    /// A rate beyond it counts as this one: nothing uses it up, and no product of it is too large.
    private static let highestRate = 1_000_000_000

    /// Units per second.
    package private(set) var rate: Int
    /// The highest level, in thousandths of a unit.
    package private(set) var bound: Int
    private var level: Int
    private var time: Timestamp

    /// A full bucket.
    ///
    /// - Parameters:
    ///   - rate: units per second.
    ///   - seconds: for how many seconds what comes in is kept.
    package init(rate: Int, seconds: Int, at now: Timestamp) {
        self.init(rate: rate, seconds: seconds, filledSeconds: seconds, at: now)
    }

    /// A bucket that has gathered what came in during some seconds.
    package init(rate: Int, seconds: Int, filledSeconds: Int, at now: Timestamp) {
        self.rate = min(rate, Self.highestRate)
        bound = self.rate * seconds * Self.thousandths
        level = min(bound, self.rate * filledSeconds * Self.thousandths)
        time = now
    }

    /// The level at a point in time, in thousandths of a unit. It is below zero after more was taken than was there.
    package func level(at now: Timestamp) -> Int {
        // A clock that is set back takes nothing away.
        let elapsed = Int(max(0, now.milliseconds(since: time)))
        guard rate > 0, level < bound else { return min(level, bound) }
        // Long pauses would overflow a product, and fill any bucket.
        let untilFull = (bound - level) / rate
        return elapsed > untilFull ? bound : level + rate * elapsed
    }

    /// Takes units, down to below zero where there are fewer.
    package mutating func take(_ amount: Int, at now: Timestamp) {
        level = level(at: now) - amount
        time = max(time, now)
    }

    /// Changes how fast the bucket fills. What it holds stays, up to the new bound.
    package mutating func change(rate: Int, seconds: Int, at now: Timestamp) {
        level = level(at: now)
        time = max(time, now)
        self.rate = min(rate, Self.highestRate)
        bound = self.rate * seconds * Self.thousandths
        level = min(level, bound)
    }
}
