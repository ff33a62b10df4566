// How long a fault rule delays a request.

import ApusModel

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A length of time, always the same or by chance.
package enum FaultDelay: Equatable, Sendable {
    case fixed(Duration)
    /// Log-normal: half of the delays are below the median, and one in a hundred is above the other figure.
    case longTail(median: Duration, percentile99: Duration)

    private static let longest = Duration.seconds(3_600)
    /// How many standard deviations the 99th percentile lies above the median.
    private static let deviationsTo99 = 2.326_347_874_040_841

    /// What is wrong with it, if anything, to be said behind the name of the member.
    var violation: String? {
        switch self {
        case .fixed(let duration):
            (.zero...Self.longest).contains(duration) ? nil : " must be from 0s to 1h"
        case .longTail(let median, let percentile99):
            if median <= .zero {
                ".median must be longer than 0s"
            } else if percentile99 < median {
                ".p99 must not be shorter than median"
            } else {
                percentile99 <= Self.longest ? nil : ".p99 must be at most 1h"
            }
        }
    }

    /// The length of one delay; never more than an hour.
    func length(by chance: some Chance) -> Duration {
        switch self {
        case .fixed(let duration): return duration
        case .longTail(let median, let percentile99):
            let spread = log(percentile99 / median) / Self.deviationsTo99
            let seconds = median / .seconds(1) * exp(spread * chance.deviation())
            // Whole microseconds, because the last digits of logarithms differ between machines.
            return .microseconds(Int64((min(seconds, Self.longest / .seconds(1)) * 1_000_000).rounded()))
        }
    }
}

extension Chance {
    /// A number from 0 up to, and without, 1.
    func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// How many standard deviations a normally distributed number lies from its mean (Box–Muller).
    func deviation() -> Double {
        (-2 * log(1 - fraction())).squareRoot() * cos(2 * .pi * fraction())
    }
}
