// Lengths of time as people write them: 250ms.

/// A length of time.
struct DurationText: Equatable, Sendable {
    static let forms = "a length of time is a whole number with ms, s, m or h, such as 250ms"

    let duration: Duration

    private static let unitMilliseconds = ["ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000]

    /// Nil where the text has none of the forms, or is more than a year.
    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number <= Self.yearMilliseconds else { return nil }
        guard let unit = Self.unitMilliseconds[String(text.dropFirst(digits.count))] else { return nil }
        guard number <= Self.yearMilliseconds / unit else { return nil }
        duration = .milliseconds(number * unit)
    }

    private static let yearMilliseconds = 366 * 24 * 3_600_000
}
