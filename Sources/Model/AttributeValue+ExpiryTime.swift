// When an item expires, read out of its attribute.

extension AttributeValue {
    /// The time that this value means as a number of seconds since 1970, rounded up to the millisecond, so that nothing
    /// expires early. Nil for another type, for what is below zero and for what is after the year 9999: no clock comes
    /// to such a time, or it is so long past that it counts no more.
    package var expiryTime: Timestamp? {
        guard case .number(let number) = self, let milliseconds = number.millisecondsOfSeconds else { return nil }
        let time = Timestamp(milliseconds: milliseconds)
        return Timestamp.writable.contains(time) ? time : nil
    }
}

extension Number {
    /// Thousand times this, rounded up; nil below zero, and for what is far beyond any time.
    fileprivate var millisecondsOfSeconds: Int64? {
        guard !isNegative else { return nil }
        guard coefficient != 0 else { return 0 }
        // 9999 ends in a number of seconds of 12 digits.
        guard magnitude <= 11 else { return nil }
        let shift = Int(exponent) + 3
        if shift >= 0 { return Int64(coefficient * DecimalDigits.powersOfTen[shift]) }
        // Less than a millisecond in all, since there are no more than 38 digits.
        guard -shift <= Limits.numberDigits else { return 1 }
        let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: DecimalDigits.powersOfTen[-shift])
        return Int64(whole) + (rest == 0 ? 0 : 1)
    }
}

extension Timestamp {
    /// Whether an item that expires at this time is to be removed now: neither early nor when it is long past.
    package func isExpired(at now: Timestamp) -> Bool {
        self <= now && now <= advanced(by: Limits.expiredAtMost)
    }
}
