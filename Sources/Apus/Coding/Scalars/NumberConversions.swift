// Numbers of DynamoDB as numbers of Swift, and back.

import ApusModel
import Foundation

extension Number {
    /// An integer of any width; nil where it has more than 38 significant digits.
    public init?(exactly value: some BinaryInteger) {
        if let small = Int(exactly: value) {
            self.init(small)
            return
        }
        guard let coefficient = UInt128(exactly: value.magnitude),
            let number = try? Number(coefficient: coefficient, exponent: 0, isNegative: value < 0)
        else { return nil }
        self = number
    }

    /// The number with the fewest digits that reads back as the same `Double`: 0.1 for 0.1.
    ///
    /// Nil for NaN and infinity, and where the magnitude is not zero and outside 1E-130 to 9.99E+125. Zero has no sign.
    public init?(exactly value: Double) {
        // Up to here a whole number has no shorter text that reads back as the same.
        if value.magnitude < 0x1p53, let whole = Int(exactly: value) {
            self.init(whole)
        } else {
            self.init(exactly: "\(value)")
        }
    }

    /// The same number; nil for NaN, for more than 38 significant digits, and above 9.99E+125.
    public init?(_ value: Decimal) {
        self.init(exactly: value.description)
    }
}

extension FixedWidthInteger {
    /// The same number; nil where it has a fraction or is out of range.
    public init?(exactly number: Number) {
        guard number.exponent >= 0, number.exponent <= Limits.numberDigits else { return nil }
        let power = DecimalDigits.powersOfTen[Int(number.exponent)]
        let (magnitude, overflows) = number.coefficient.multipliedReportingOverflow(by: power)
        guard !overflows else { return nil }
        if number.isNegative {
            // The smallest integer has a magnitude that is none of its type.
            let negated = 0 &- Self(truncatingIfNeeded: magnitude)
            guard negated < 0, negated.magnitude == magnitude else { return nil }
            self = negated
        } else {
            self.init(exactly: magnitude)
        }
    }
}

extension Double {
    /// The nearest `Double`.
    public init(_ number: Number) {
        // Both of these are exact, hence so is their quotient or product but for one rounding, to the nearest.
        if let coefficient = UInt64(exactly: number.coefficient), coefficient < 1 << 53, abs(number.exponent) <= 22 {
            let power = Self.powersOfTen[Int(abs(number.exponent))]
            let magnitude = number.exponent < 0 ? Double(coefficient) / power : Double(coefficient) * power
            self = number.isNegative ? -magnitude : magnitude
        } else {
            self = Double(number.scientificText) ?? .nan
        }
    }

    private static let powersOfTen: [Double] = (0...22).map { Double(DecimalDigits.powersOfTen[$0]) }
}

extension Float {
    /// The nearest `Float`; infinity beyond its range.
    public init(_ number: Number) {
        self = Float(number.scientificText) ?? .nan
    }
}

extension Decimal {
    /// The same number; nil where it has more than 128 digits after its point, which a `Decimal` cannot hold.
    public init?(_ number: Number) {
        guard number.exponent >= -128 else { return nil }
        self.init(string: number.description)
    }
}

extension Number {
    /// Coefficient and exponent: `125e-1`.
    fileprivate var scientificText: String {
        "\(isNegative ? "-" : "")\(coefficient)e\(exponent)"
    }
}
