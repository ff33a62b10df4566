// Decimal digits of wide integers: how many there are, and without the zeros at the end.

/// Arithmetic on the decimal digits of unsigned integers below 10^38.
package enum DecimalDigits {
    /// 10^0 to 10^38.
    package static let powersOfTen: [UInt128] = (0..<38).reduce(into: [1]) { powers, _ in
        powers.append(powers.last! * 10)
    }

    /// How many digits a number has; 1 for zero.
    package static func count(_ value: UInt128) -> Int {
        if let small = UInt64(exactly: value) { return count(small) }
        var digits = 20
        while digits <= 38, value >= powersOfTen[digits] { digits += 1 }
        return value >= powersOfTen[19] ? digits : 19
    }

    private static func count(_ value: UInt64) -> Int {
        var digits = 1
        var bound: UInt64 = 10
        while value >= bound {
            digits += 1
            let (next, overflowed) = bound.multipliedReportingOverflow(by: 10)
            if overflowed { break }
            bound = next
        }
        return digits
    }

    /// The number without the zeros at its end, and how many those were.
    package static func trimmingTrailingZeros(_ value: UInt128) -> (value: UInt128, zeros: Int) {
        if let small = UInt64(exactly: value) {
            let (trimmed, zeros) = trimmingTrailingZeros(small)
            return (UInt128(trimmed), zeros)
        }
        var (rest, zeros) = (value, 0)
        while true {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { return (rest, zeros) }
            rest = quotient
            zeros += 1
        }
    }

    private static func trimmingTrailingZeros(_ value: UInt64) -> (value: UInt64, zeros: Int) {
        var (rest, zeros) = (value, 0)
        while rest != 0, rest % 10 == 0 {
            rest /= 10
            zeros += 1
        }
        return (rest, zeros)
    }

    /// The digits of a number as ASCII, most significant first, without leading zeros; one "0" for zero.
    package static func appendText(of value: UInt128, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = value
        while rest > UInt128(UInt64.max) {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
            appendReversed(UInt64(remainder), width: 18, to: &bytes)
            rest = quotient
        }
        appendReversed(UInt64(rest), width: 1, to: &bytes)
        bytes[start...].reverse()
    }

    private static func appendReversed(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
        var (rest, written) = (value, 0)
        while rest != 0 || written < width {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            written += 1
        }
    }
}
