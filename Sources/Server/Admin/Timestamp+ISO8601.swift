// Points in time as ISO 8601 writes them.

import ApusModel
import ApusSigning

extension Timestamp {
    /// Reads a time in UTC, to the second or the millisecond: `2026-01-01T00:00:00Z`, `2026-01-01T00:00:00.250Z`.
    ///
    /// Nil where the text has none of the two forms, or names no real time.
    package init?(iso8601 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z"),
            Self.marks.allSatisfy({ bytes[$0.position] == $0.mark })
        else { return nil }
        let basic = bytes[..<19].filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
        guard let time = SigningTime(String(decoding: basic, as: UTF8.self) + "Z"),
            let milliseconds = Self.milliseconds(bytes[19..<bytes.count - 1])
        else { return nil }
        self.init(milliseconds: time.secondsSince1970 * 1_000 + milliseconds)
    }

    private static let marks: [(position: Int, mark: UInt8)] = [
        (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")),
    ]

    /// Of nothing, none; of a point and three digits, their number.
    private static func milliseconds(_ fraction: ArraySlice<UInt8>) -> Int64? {
        guard let point = fraction.first else { return 0 }
        guard point == UInt8(ascii: "."), fraction.dropFirst().allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
            return nil
        }
        return Int64(String(decoding: fraction.dropFirst(), as: UTF8.self))
    }

    /// The text of a time between the years 0 and 9999; with milliseconds only where there are any.
    package var iso8601: String {
        let second = (milliseconds - (milliseconds % 1_000 + 1_000) % 1_000) / 1_000
        let basic = SigningTime(secondsSince1970: second).text
        func part(_ start: Int, _ count: Int) -> Substring { basic.dropFirst(start).prefix(count) }
        let rest = milliseconds - second * 1_000
        let fraction = rest == 0 ? "" : "." + String(1_000 + rest).dropFirst()
        return "\(part(0, 4))-\(part(4, 2))-\(part(6, 5)):\(part(11, 2)):\(part(13, 2))\(fraction)Z"
    }
}
