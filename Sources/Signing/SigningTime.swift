// The time of a signature: seconds, and their text in the basic format of ISO 8601.

/// A point in time, to the second, as signatures carry it: `20260301T101500Z`.
package struct SigningTime: Hashable, Comparable, Sendable {
    package let secondsSince1970: Int64

    /// The years of the text have four digits: the time must lie between the years 0 and 9999.
    package init(secondsSince1970: Int64) {
        precondition(Self.writableSeconds.contains(secondsSince1970), "a signing time has a year of four digits")
        self.secondsSince1970 = secondsSince1970
    }

    /// Nil where the text is not exactly `YYYYMMDD'T'hhmmss'Z'` or names no real time.
    package init?(_ text: String) {
        var text = text
        guard let seconds = text.withUTF8(Self.seconds(of:)) else { return nil }
        secondsSince1970 = seconds
    }

    private static func seconds(of bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
            let year = number(bytes[0..<4]), let month = number(bytes[4..<6]), let day = number(bytes[6..<8]),
            let hour = number(bytes[9..<11]), let minute = number(bytes[11..<13]), let second = number(bytes[13..<15])
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.isReal, hour < 24, minute < 60, second < 60 else { return nil }
        return Int64(date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// The basic format: `20260301T101500Z`.
    package var text: String {
        let secondOfDay = Int(secondsSince1970) - daysSince1970 * 86_400
        return String(unsafeUninitializedCapacity: 16) { bytes in
            Self.write(CivilDate(daysSince1970: daysSince1970), to: bytes)
            bytes[8] = UInt8(ascii: "T")
            Self.write(secondOfDay / 3_600, digits: 2, to: bytes, at: 9)
            Self.write(secondOfDay / 60 % 60, digits: 2, to: bytes, at: 11)
            Self.write(secondOfDay % 60, digits: 2, to: bytes, at: 13)
            bytes[15] = UInt8(ascii: "Z")
            return 16
        }
    }

    /// The day alone, as credential scopes carry it: `20260301`.
    package var dateText: String {
        String(unsafeUninitializedCapacity: 8) { bytes in
            Self.write(CivilDate(daysSince1970: daysSince1970), to: bytes)
            return 8
        }
    }

    package static func < (left: SigningTime, right: SigningTime) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    /// The time that many seconds later, or earlier where below zero, as far as times can be written.
    func advanced(bySeconds seconds: Int64) -> SigningTime {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
        let wish = overflow ? (seconds < 0 ? Int64.min : Int64.max) : sum
        let range = Self.writableSeconds
        return SigningTime(secondsSince1970: min(max(wish, range.lowerBound), range.upperBound))
    }

    private static let writableSeconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    private var daysSince1970: Int {
        let seconds = Int(secondsSince1970)
        return (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    }

    private static func write(_ date: CivilDate, to bytes: UnsafeMutableBufferPointer<UInt8>) {
        write(date.year, digits: 4, to: bytes, at: 0)
        write(date.month, digits: 2, to: bytes, at: 4)
        write(date.day, digits: 2, to: bytes, at: 6)
    }

    private static func write(
        _ number: Int,
        digits: Int,
        to bytes: UnsafeMutableBufferPointer<UInt8>,
        at start: Int
    ) {
        var rest = number
        for position in (start..<start + digits).reversed() {
            bytes[position] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
