// Points in time, as Foundation has them.

import ApusModel
import Foundation

extension Timestamp {
    /// The time of a date, to the millisecond; a date beyond all calendars counts as the nearest that is not.
    public init(_ date: Date) {
        let milliseconds = (date.timeIntervalSince1970 * 1_000).rounded()
        self.init(milliseconds: Int64(exactly: milliseconds) ?? (milliseconds < 0 ? .min : .max))
    }
}

extension Date {
    /// The date of a time.
    public init(_ timestamp: Timestamp) {
        self.init(timeIntervalSince1970: Double(timestamp.milliseconds) / 1_000)
    }
}
