// The times that a change of a table goes by.

import ApusModel

/// When a change of a table happens, and when it is to have come to its end.
package struct Moment: Sendable {
    package let now: Timestamp
    /// `now` and the transition delay.
    package let ready: Timestamp

    package init(now: Timestamp, ready: Timestamp) {
        self.now = now
        self.ready = ready
    }
}
