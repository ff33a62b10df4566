// Stamps that grow whatever the clock does.

import ApusModel
import Synchronization
import Testing

@testable import ApusDatabase

struct WriteStampTests {
    @Test func `a stamp holds the milliseconds of the clock`() {
        let stamps = StampSource(clock: ManualClock(Timestamp(milliseconds: 5)))

        #expect(stamps.next().value == 5 << 16)
    }

    @Test func `stamps grow while the clock stands still, steps back and goes on`() {
        let clock = ResettableClock()
        let stamps = StampSource(clock: clock)

        var values = (0..<3).map { _ in stamps.next().value }
        clock.milliseconds.withLock { $0 = 0 }
        values.append(stamps.next().value)
        clock.milliseconds.withLock { $0 = 2_000 }
        values.append(stamps.next().value)

        #expect(values.map { $0 >> 16 } == [1_000, 1_000, 1_000, 1_000, 2_000])
        #expect(values.map { $0 & 0xFFFF } == [0, 1, 2, 3, 0])
    }

    @Test func `more writes in a millisecond than there is room to count go into the next`() {
        let stamps = StampSource(clock: ManualClock(Timestamp(milliseconds: 1)))
        var last = stamps.next()

        for _ in 0..<70_000 {
            let next = stamps.next()
            if next <= last { Issue.record("\(next) follows \(last)") }
            last = next
        }

        #expect(last.value >> 16 == 2)
    }
}

/// A clock that can be set back, as that of a machine can.
private final class ResettableClock: WallClock {
    let milliseconds = Mutex<Int64>(1_000)

    var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

    func run(at time: Timestamp, _ action: @escaping @Sendable () -> Void) {}
}
