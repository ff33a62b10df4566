// The date of a reply, in the form that HTTP prescribes.

import ApusModel
import ApusSigning
import Synchronization

/// Formats the time for `Date` headers; within a second it answers the same text.
final class HTTPDate: Sendable {
    private let clock: any WallClock
    private let last = Mutex<(second: Int64, text: String)>((-1, ""))

    init(clock: any WallClock) {
        self.clock = clock
    }

    var text: String {
        let second = clock.now.milliseconds / 1_000
        return last.withLock { last in
            if last.second != second { last = (second, Self.text(of: second)) }
            return last.text
        }
    }

    /// For example `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(of secondsSince1970: Int64) -> String {
        let (day, second) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
        let date = CivilDate(daysSince1970: Int(day))
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int(day % 7)]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][date.month - 1]
        let time = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(Int64(date.day))) \(month) \(date.year) \(time) GMT"
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
