// A date as text in the format of ISO 8601.

import ApusSigning
import Foundation

/// A point in time as seconds since 1970 and billionths of a second, between text and `Date`.
struct DateText {
    private let seconds: Int64
    private let nanoseconds: Int64

    private static let writableSeconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// Rounds to milliseconds; nil where the year has no four digits.
    init?(_ date: Date) {
        let milliseconds = (date.timeIntervalSince1970 * 1_000).rounded()
        guard let whole = Int64(exactly: milliseconds) else { return nil }
        let rest = (whole % 1_000 + 1_000) % 1_000
        seconds = (whole - rest) / 1_000
        nanoseconds = rest * 1_000_000
        guard Self.writableSeconds.contains(seconds) else { return nil }
    }

    /// Reads `2026-03-01T10:15:00.000Z`, with a fraction of up to nine digits or none, and `Z` or an offset.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, Self.separators.allSatisfy({ bytes[$0.place] == $0.byte }) else { return nil }
        let basic = bytes[0..<4] + bytes[5..<7] + bytes[8..<13] + bytes[14..<16] + bytes[17..<19] + [UInt8(ascii: "Z")]
        guard let time = SigningTime(String(decoding: basic, as: UTF8.self)) else { return nil }
        var rest = bytes[19...]
        guard let nanoseconds = Self.takeNanoseconds(&rest), let offset = Self.offsetSeconds(rest) else { return nil }
        self.nanoseconds = nanoseconds
        seconds = time.secondsSince1970 - offset
    }

    /// With milliseconds, in UTC.
    var text: String {
        let basic = Array(SigningTime(secondsSince1970: seconds).text.utf8)
        let fraction = Array(String(nanoseconds / 1_000_000 + 1_000).utf8.dropFirst())
        let parts = [basic[0..<4], [0x2D], basic[4..<6], [0x2D], basic[6..<11], [0x3A], basic[11..<13], [0x3A]]
        return String(decoding: parts.joined() + basic[13..<15] + [0x2E] + fraction + [0x5A], as: UTF8.self)
    }

    var date: Date {
        Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9)
    }

    private static let separators: [(place: Int, byte: UInt8)] = [
        (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")), (13, UInt8(ascii: ":")),
        (16, UInt8(ascii: ":")),
    ]

    /// Takes a fraction off the front; 0 where there is none.
    private static func takeNanoseconds(_ text: inout ArraySlice<UInt8>) -> Int64? {
        guard text.first == UInt8(ascii: ".") else { return 0 }
        let digits = text.dropFirst().prefix { isDigit($0) }
        text = text.dropFirst(1 + digits.count)
        guard (1...9).contains(digits.count) else { return nil }
        let filled = digits + repeatElement(UInt8(ascii: "0"), count: 9 - digits.count)
        return Int64(String(decoding: filled, as: UTF8.self))
    }

    /// Reads `Z` or `+01:00`.
    private static func offsetSeconds(_ text: ArraySlice<UInt8>) -> Int64? {
        let bytes = Array(text)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let isEast = isEast(bytes[0]),
            (bytes[1...2] + bytes[4...5]).allSatisfy(isDigit),
            let hours = Int64(String(decoding: bytes[1...2], as: UTF8.self)), hours < 24,
            let minutes = Int64(String(decoding: bytes[4...5], as: UTF8.self)), minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (isEast ? 1 : -1)
    }

    private static func isEast(_ sign: UInt8) -> Bool? {
        sign == UInt8(ascii: "+") ? true : sign == UInt8(ascii: "-") ? false : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
