// A decimal number so simple that it is obviously right, to hold `Number` against.

/// A decimal number as a sign and digits, the most significant first, that end at a power of ten.
struct PlainDecimal {
    var isNegative: Bool
    var digits: [Int]
    /// The power of ten of the last digit.
    var exponent: Int

    /// A number whose digits may end with zeros.
    static func random(using chance: inout SeededGenerator) -> PlainDecimal {
        let count = Int.random(in: 1...38, using: &chance)
        // Most numbers lie close together, so that their digits meet; some lie at the edges of the range.
        let centre = [0, 0, 0, -20, 20, 125, -130].randomElement(using: &chance)!
        let magnitude = min(125, max(-130, centre + Int.random(in: -25...25, using: &chance)))
        let rest = (1..<count).map { _ in Bool.random(using: &chance) ? 0 : Int.random(in: 0...9, using: &chance) }
        return PlainDecimal(
            isNegative: Bool.random(using: &chance),
            digits: [Int.random(in: 1...9, using: &chance)] + rest,
            exponent: magnitude - count + 1
        )
    }

    /// Without zeros in front and at the end; no digits at all for zero.
    var trimmed: PlainDecimal {
        var copy = self
        while copy.digits.first == 0 { copy.digits.removeFirst() }
        while copy.digits.last == 0 {
            copy.digits.removeLast()
            copy.exponent += 1
        }
        if copy.digits.isEmpty { return PlainDecimal(isNegative: false, digits: [], exponent: 0) }
        return copy
    }

    /// The power of ten of the first digit that is not zero.
    var magnitude: Int {
        let trimmed = trimmed
        return trimmed.exponent + trimmed.digits.count - 1
    }

    /// Digits with an exponent, as a caller may write them.
    var scientificText: String {
        "\(isNegative ? "-" : "")\(digits.map(String.init).joined())E\(exponent)"
    }

    /// The plain form without needless zeros, as the service answers it.
    var plainText: String {
        let number = trimmed
        guard !number.digits.isEmpty else { return "0" }
        let digits = number.digits.map(String.init).joined()
        let sign = number.isNegative ? "-" : ""
        if number.exponent >= 0 { return sign + digits + String(repeating: "0", count: number.exponent) }
        let whole = digits.count + number.exponent
        guard whole > 0 else { return sign + "0." + String(repeating: "0", count: -whole) + digits }
        return sign + digits.prefix(whole) + "." + digits.dropFirst(whole)
    }
}

extension PlainDecimal {
    /// The exact sum, digit by digit.
    static func + (left: PlainDecimal, right: PlainDecimal) -> PlainDecimal {
        let (left, right, exponent) = aligned(left, right)
        if left.isNegative == right.isNegative {
            return PlainDecimal(isNegative: left.isNegative, digits: sum(left.digits, right.digits), exponent: exponent)
        }
        let leftIsLarger = !left.digits.lexicographicallyPrecedes(right.digits)
        let (larger, smaller) = leftIsLarger ? (left, right) : (right, left)
        return PlainDecimal(
            isNegative: larger.isNegative,
            digits: difference(larger.digits, smaller.digits),
            exponent: exponent
        )
    }

    static prefix func - (number: PlainDecimal) -> PlainDecimal {
        PlainDecimal(isNegative: !number.isNegative, digits: number.digits, exponent: number.exponent)
    }

    static func < (left: PlainDecimal, right: PlainDecimal) -> Bool {
        let difference = (left + -right).trimmed
        return difference.isNegative
    }

    /// Both with as many digits, one below the other, and room for a carry.
    private static func aligned(
        _ left: PlainDecimal,
        _ right: PlainDecimal
    ) -> (left: PlainDecimal, right: PlainDecimal, exponent: Int) {
        let exponent = min(left.exponent, right.exponent)
        let top = max(left.exponent + left.digits.count, right.exponent + right.digits.count) + 1
        func padded(_ number: PlainDecimal) -> PlainDecimal {
            let front = Array(repeating: 0, count: top - number.exponent - number.digits.count)
            let end = Array(repeating: 0, count: number.exponent - exponent)
            return PlainDecimal(
                isNegative: number.isNegative,
                digits: front + number.digits + end,
                exponent: exponent
            )
        }
        return (padded(left), padded(right), exponent)
    }

    private static func sum(_ left: [Int], _ right: [Int]) -> [Int] {
        var (digits, carry) = (left, 0)
        for index in digits.indices.reversed() {
            let column = left[index] + right[index] + carry
            (digits[index], carry) = (column % 10, column / 10)
        }
        return digits
    }

    private static func difference(_ larger: [Int], _ smaller: [Int]) -> [Int] {
        var (digits, borrow) = (larger, 0)
        for index in digits.indices.reversed() {
            let column = larger[index] - smaller[index] - borrow
            (digits[index], borrow) = column < 0 ? (column + 10, 1) : (column, 0)
        }
        return digits
    }
}
