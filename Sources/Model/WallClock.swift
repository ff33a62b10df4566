// What tells the time, and what waits for it.

import Dispatch

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What tells the time. It is handed to whatever needs it, so that a test can set it.
package protocol WallClock: Sendable {
    var now: Timestamp { get }

    /// Runs an action once, as soon as the clock shows this time or a later one; at once where it does already.
    ///
    /// The action must not wait: it may run on the thread that moves the clock.
    func run(at time: Timestamp, _ action: @escaping @Sendable () -> Void)
}

extension WallClock {
    package func run(after duration: Duration, _ action: @escaping @Sendable () -> Void) {
        run(at: now.advanced(by: duration), action)
    }
}

/// The clock of the machine.
package struct SystemClock: WallClock {
    package init() {}

    package var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package func run(at time: Timestamp, _ action: @escaping @Sendable () -> Void) {
        let milliseconds = Int(max(0, time.milliseconds(since: now)))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
            // The wall clock may have been set back meanwhile.
            if now < time { run(at: time, action) } else { action() }
        }
    }
}
