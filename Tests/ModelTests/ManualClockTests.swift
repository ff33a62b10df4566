// The clock that stands until it is moved, and what waits for it.

import Synchronization
import Testing

@testable import ApusModel

struct ManualClockTests {
    private let start = Timestamp(milliseconds: 1_000)

    @Test func `a manual clock moves only when it is moved, and never back`() {
        let clock = ManualClock(start)

        #expect(clock.now == start)
        #expect(clock.advance(by: .milliseconds(1_500)) == Timestamp(milliseconds: 2_500))
        #expect(clock.advance(by: .seconds(-1)) == Timestamp(milliseconds: 2_500))
        #expect(clock.advance(to: start) == Timestamp(milliseconds: 2_500))
    }

    @Test func `actions run in the order of their times, each at its own`() {
        let clock = ManualClock(start)
        let seen = Mutex<[Int64]>([])
        for milliseconds in [1_300, 1_100, 1_200] as [Int64] {
            clock.run(at: Timestamp(milliseconds: milliseconds)) {
                seen.withLock { $0 += [milliseconds, clock.now.milliseconds] }
            }
        }

        clock.advance(by: .milliseconds(199))
        #expect(seen.withLock { $0 } == [1_100, 1_100])
        clock.advance(by: .seconds(5))
        #expect(seen.withLock { $0 } == [1_100, 1_100, 1_200, 1_200, 1_300, 1_300])
    }

    @Test func `what is due runs at once`() {
        let clock = ManualClock(start)
        let hasRun = Mutex(false)

        clock.run(at: start) { hasRun.withLock { $0 = true } }

        #expect(hasRun.withLock { $0 })
    }

    @Test func `an action that sets another is followed by it`() {
        let clock = ManualClock(start)
        let count = Mutex(0)
        @Sendable func again() {
            count.withLock { $0 += 1 }
            clock.run(after: .seconds(1), again)
        }
        clock.run(after: .seconds(1), again)

        clock.advance(by: .seconds(3))

        #expect(count.withLock { $0 } == 3)
    }
}
