// Points in time as documents of credentials write them.

import ApusModel
import ApusSigning

extension Timestamp {
    /// Reads `2026-03-01T10:15:00Z`, with a fraction of the second or an offset such as `+01:00` where there is one.
    init?(iso8601 text: String) {
        guard let match = text.wholeMatch(of: Self.form) else { return nil }
        let (_, year, month, day, hour, minute, second, zone) = match.output
        guard let time = SigningTime("\(year)\(month)\(day)T\(hour)\(minute)\(second)Z") else { return nil }
        self.init(milliseconds: (time.secondsSince1970 - Self.offsetSeconds(zone)) * 1_000)
    }

    private static var form:
        Regex<(Substring, Substring, Substring, Substring, Substring, Substring, Substring, Substring)>
    {
        /(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?([Zz]|[+-]\d\d:?\d\d)/
    }

    private static func offsetSeconds(_ zone: Substring) -> Int64 {
        let digits = zone.filter(\.isWholeNumber)
        guard let number = Int64(digits) else { return 0 }
        let seconds = (number / 100 * 60 + number % 100) * 60
        return zone.first == "-" ? -seconds : seconds
    }
}
