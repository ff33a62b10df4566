// Points in time and the clocks that tell them.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A point in time, to the millisecond, since the beginning of 1970 (UTC).
package struct Timestamp: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Seconds with a fraction: the form of times in the API's answers.
    package var seconds: Double { Double(milliseconds) / 1_000 }

    package func advanced(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(milliseconds: milliseconds + seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

/// What tells the time. It is handed to whatever needs it, so that a test can set it.
package protocol WallClock: Sendable {
    var now: Timestamp { get }
}

/// The clock of the machine.
package struct SystemClock: WallClock {
    package init() {}

    package var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
