// A point in time as text.

import ApusModel

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Timestamp {
    /// The date and time in UTC, as in the label of a stream: `2015-05-11T21:21:33.291`.
    var text: String {
        let parts = calendarParts
        let date = [Self.digits(parts.tm_year + 1_900, 4), Self.digits(parts.tm_mon + 1), Self.digits(parts.tm_mday)]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.digits($0) }
        let rest = Self.digits(Int32(milliseconds % 1_000), 3)
        return "\(date.joined(separator: "-"))T\(clock.joined(separator: ":")).\(rest)"
    }

    /// The date and time in UTC: `Monday, October 10, 2022 at 1:00:19 PM Coordinated Universal Time`.
    var longText: String {
        let parts = calendarParts
        let day = "\(Self.weekdays[Int(parts.tm_wday)]), \(Self.months[Int(parts.tm_mon)]) \(parts.tm_mday)"
        let hour = parts.tm_hour % 12 == 0 ? 12 : parts.tm_hour % 12
        let clock = "\(hour):\(Self.digits(parts.tm_min)):\(Self.digits(parts.tm_sec))"
        return "\(day), \(parts.tm_year + 1_900) at \(clock) \(parts.tm_hour < 12 ? "AM" : "PM") "
            + "Coordinated Universal Time"
    }

    private var calendarParts: tm {
        var time = time_t(milliseconds / 1_000)
        var parts = tm()
        gmtime_r(&time, &parts)
        return parts
    }

    private static func digits(_ value: Int32, _ count: Int = 2) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    private static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
