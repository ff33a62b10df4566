// The stamp that every stored item bears: when it was written, and in which order.

import ApusModel
import Synchronization

/// Hybrid logical time: milliseconds since 1970, and a count within the millisecond.
package struct WriteStamp: Comparable, Sendable {
    /// 48 bits of milliseconds, 16 bits of count.
    package let value: UInt64

    package init(value: UInt64) {
        self.value = value
    }

    package static func < (left: WriteStamp, right: WriteStamp) -> Bool {
        left.value < right.value
    }
}

/// Gives out stamps that grow, even when the clock stands still or steps back.
final class StampSource: Sendable {
    private let clock: any WallClock
    private let last = Mutex<UInt64>(0)

    init(clock: any WallClock) {
        self.clock = clock
    }

    /// The last stamp that was given out.
    var newest: WriteStamp { WriteStamp(value: last.withLock { $0 }) }

    /// Lets all stamps from now on be greater than one that was given out before the database was opened.
    func pass(_ stamp: WriteStamp) {
        last.withLock { $0 = max($0, stamp.value) }
    }

    func next() -> WriteStamp {
        let now = UInt64(max(0, clock.now.milliseconds)) << 16
        return last.withLock { last in
            last = max(last + 1, now)
            return WriteStamp(value: last)
        }
    }
}
