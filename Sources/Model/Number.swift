// A number of up to 38 significant digits, exact, as DynamoDB stores it.

/// A decimal number: `coefficient × 10^exponent`, with a sign.
///
/// The coefficient has no trailing zeros, so a value has one form only, and zero is `0 × 10^0` without a sign.
/// The magnitude is zero or lies between 1E-130 and 9.99…E+125.
public struct Number: Hashable, Sendable {
    package let coefficient: UInt128
    package let exponent: Int16
    package let isNegative: Bool

    /// 0.
    public static let zero = Number(normalCoefficient: 0, exponent: 0, isNegative: false)

    init(normalCoefficient: UInt128, exponent: Int16, isNegative: Bool) {
        self.coefficient = normalCoefficient
        self.exponent = exponent
        self.isNegative = isNegative
    }

    /// Takes the parts of a number that was stored in its normal form; nil where they are out of range.
    package init?(storedCoefficient: UInt128, exponent: Int16, isNegative: Bool) {
        guard storedCoefficient < DecimalDigits.powersOfTen[Limits.numberDigits], storedCoefficient > 0 else {
            return nil
        }
        self.init(normalCoefficient: storedCoefficient, exponent: exponent, isNegative: isNegative)
        guard Limits.numberMagnitude.contains(magnitude) else { return nil }
    }

    /// Brings a coefficient to its normal form and checks it against the limits.
    ///
    /// - Throws: a validation error when the value needs more than 38 digits or its magnitude is out of range.
    package init(coefficient: UInt128, exponent: Int, isNegative: Bool) throws(ServiceError) {
        guard coefficient != 0 else {
            self = .zero
            return
        }
        let (trimmed, zeros) = DecimalDigits.trimmingTrailingZeros(coefficient)
        guard trimmed < DecimalDigits.powersOfTen[Limits.numberDigits] else { throw Self.tooManyDigits }
        let normalExponent = exponent + zeros
        let magnitude = normalExponent + DecimalDigits.count(trimmed) - 1
        guard magnitude <= Limits.numberMagnitude.upperBound else { throw Self.overflow }
        guard magnitude >= Limits.numberMagnitude.lowerBound else { throw Self.underflow }
        self.init(normalCoefficient: trimmed, exponent: Int16(normalExponent), isNegative: isNegative)
    }

    /// A whole number.
    public init(_ value: Int) {
        let (trimmed, zeros) = DecimalDigits.trimmingTrailingZeros(UInt128(value.magnitude))
        self.init(normalCoefficient: trimmed, exponent: value == 0 ? 0 : Int16(zeros), isNegative: value < 0)
    }

    /// The power of ten of the first digit: 0 for 1 to 9.99…, 1 for 10 to 99.99…; 0 for zero.
    package var magnitude: Int {
        coefficient == 0 ? 0 : Int(exponent) + DecimalDigits.count(coefficient) - 1
    }

    static let tooManyDigits = ServiceError.validation(
        "Attempting to store more than 38 significant digits in a Number"
    )
    static let overflow = ServiceError.validation(
        "Number overflow. Attempting to store a number with magnitude larger than supported range"
    )
    static let underflow = ServiceError.validation(
        "Number underflow. Attempting to store a number with magnitude smaller than supported range"
    )
}

extension Number: Comparable {
    /// Whether the left number is the smaller one.
    public static func < (left: Number, right: Number) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.hasSmallerMagnitude(than: left) : left.hasSmallerMagnitude(than: right)
    }

    private func hasSmallerMagnitude(than other: Number) -> Bool {
        if coefficient == 0 || other.coefficient == 0 { return coefficient == 0 && other.coefficient != 0 }
        let (mine, theirs) = (magnitude, other.magnitude)
        if mine != theirs { return mine < theirs }
        // Same magnitude: the one with the higher exponent has fewer digits, and is filled up with zeros.
        let shift = Int(exponent) - Int(other.exponent)
        if shift >= 0 { return coefficient * DecimalDigits.powersOfTen[shift] < other.coefficient }
        return coefficient < other.coefficient * DecimalDigits.powersOfTen[-shift]
    }
}

extension Number: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension Number: ExpressibleByFloatLiteral {
    /// A number with the digits that are the shortest to tell the literal from its neighbours.
    public init(floatLiteral value: Double) {
        guard let number = Number(exactly: "\(value)") else {
            preconditionFailure(
                "\(value) is beyond the numbers of DynamoDB, whose magnitude is from 1E-130 to 9.99E+125"
            )
        }
        self = number
    }
}
