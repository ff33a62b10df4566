// A clock that only moves when it is told to.

import Synchronization

/// A clock that stands still until it is moved, and never goes back.
package final class ManualClock: WallClock {
    private struct Alarm {
        let time: Timestamp
        let action: @Sendable () -> Void
    }

    private struct State {
        var now: Timestamp
        /// In the order of their times; of equal ones, in the order in which they were set.
        var alarms: [Alarm] = []
    }

    private let state: Mutex<State>

    /// - Parameter now: what the clock shows at first; by default the beginning of 2026.
    package init(_ now: Timestamp = Timestamp(milliseconds: 1_767_225_600_000)) {
        state = Mutex(State(now: now))
    }

    package var now: Timestamp { state.withLock { $0.now } }

    package func run(at time: Timestamp, _ action: @escaping @Sendable () -> Void) {
        let isDue = state.withLock { state in
            guard state.now < time else { return true }
            let position = state.alarms.firstIndex { time < $0.time } ?? state.alarms.count
            state.alarms.insert(Alarm(time: time, action: action), at: position)
            return false
        }
        if isDue { action() }
    }

    /// Moves the clock on, and runs what has waited for that, each action while the clock shows the time it has waited
    /// for. A negative duration counts as none.
    @discardableResult
    package func advance(by duration: Duration) -> Timestamp {
        advance(to: now.advanced(by: max(duration, .zero)))
    }

    /// Moves the clock on to a point in time, unless it has passed it already. Answers what it shows then.
    @discardableResult
    package func advance(to end: Timestamp) -> Timestamp {
        while let action = nextAction(until: end) { action() }
        return now
    }

    /// The action that is due next, once the clock has been moved to its time; nil where there is none, once the clock
    /// has been moved to the end.
    private func nextAction(until end: Timestamp) -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard let alarm = state.alarms.first, alarm.time <= end else {
                state.now = max(state.now, end)
                return nil
            }
            state.alarms.removeFirst()
            state.now = max(state.now, alarm.time)
            return alarm.action
        }
    }
}
