// Exact addition and subtraction of numbers, as update expressions need them.

extension Number {
    /// The exact sum.
    ///
    /// - Throws: the service's overflow error when the sum needs more than 38 digits, and its range errors.
    package func adding(_ other: Number) throws(ServiceError) -> Number {
        if coefficient == 0 { return other }
        if other.coefficient == 0 { return self }
        let (high, low) = exponent >= other.exponent ? (self, other) : (other, self)
        let shift = Int(high.exponent) - Int(low.exponent)
        // Beyond 38 places the digits of the two no longer meet, so the sum has more than 38 of them.
        guard shift <= Limits.numberDigits else { throw Self.overflow }
        let aligned = WideInteger(high.coefficient, times: DecimalDigits.powersOfTen[shift])
        let sum = aligned.combined(with: low.coefficient, subtracting: high.isNegative != low.isNegative)
        // The service does not round: a result of more than 38 digits is an overflow to it.
        guard sum.magnitude.high == 0, DecimalDigits.fits(sum.magnitude.low) else { throw Self.overflow }
        return try Number(
            coefficient: sum.magnitude.low,
            exponent: Int(low.exponent),
            isNegative: high.isNegative != sum.changedSign
        )
    }

    /// The exact difference, under the same conditions as ``adding(_:)``.
    package func subtracting(_ other: Number) throws(ServiceError) -> Number {
        try adding(other.negated)
    }

    private var negated: Number {
        coefficient == 0
            ? self : Number(normalCoefficient: coefficient, exponent: exponent, isNegative: !isNegative)
    }
}

extension DecimalDigits {
    /// Whether a number has at most 38 digits once the zeros at its end are gone.
    fileprivate static func fits(_ value: UInt128) -> Bool {
        value < powersOfTen[38] || trimmingTrailingZeros(value).value < powersOfTen[38]
    }
}

/// An unsigned integer of 256 bits: enough for two coefficients aligned 38 places apart.
private struct WideInteger {
    var high: UInt128
    var low: UInt128

    init(high: UInt128, low: UInt128) {
        self.high = high
        self.low = low
    }

    init(_ factor: UInt128, times other: UInt128) {
        let product = factor.multipliedFullWidth(by: other)
        self.init(high: product.high, low: product.low)
    }

    /// The sum with, or the distance to, a narrower number, and whether the difference fell below zero.
    func combined(with other: UInt128, subtracting: Bool) -> (magnitude: WideInteger, changedSign: Bool) {
        guard subtracting else {
            let (sum, carried) = low.addingReportingOverflow(other)
            return (WideInteger(high: high + (carried ? 1 : 0), low: sum), false)
        }
        if high == 0, low < other { return (WideInteger(high: 0, low: other - low), true) }
        let (difference, borrowed) = low.subtractingReportingOverflow(other)
        return (WideInteger(high: high - (borrowed ? 1 : 0), low: difference), false)
    }
}
