// Lengths of time as people write them: 250ms.

extension Duration {
    /// What a text must be.
    package static let textForms = "a whole number with ms, s, m or h, such as 250ms"

    private static let unitMilliseconds: KeyValuePairs = ["h": 3_600_000, "m": 60_000, "s": 1_000, "ms": 1]
    private static let yearMilliseconds = 366 * 24 * 3_600_000

    /// Nil where the text has none of the forms, or is more than a year.
    package init?(text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = Self.unitMilliseconds.first { $0.key == text.dropFirst(digits.count) }
        guard let unit, let number = Int(digits), number <= Self.yearMilliseconds / unit.value else { return nil }
        self = .milliseconds(number * unit.value)
    }

    /// The shortest text that means this, to the millisecond.
    package var text: String {
        let total = attoseconds / 1_000_000_000_000_000
        if total == 0 { return "0s" }
        let (name, milliseconds) = Self.unitMilliseconds.first { total % Int128($0.value) == 0 } ?? ("ms", 1)
        return "\(total / Int128(milliseconds))\(name)"
    }
}
