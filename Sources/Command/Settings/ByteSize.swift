// Sizes as people write them: 512MiB.

/// A number of bytes.
struct ByteSize: Equatable, Sendable {
    static let forms = "a size is a whole number of bytes, or one with KB, MB, GB, KiB, MiB or GiB, such as 512MiB"

    let bytes: Int

    private static let units: [String: Int] = [
        "": 1, "b": 1,
        "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000,
        "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
    ]

    /// Nil where the text has none of the forms, or is more than fits.
    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), let unit = Self.units[text.dropFirst(digits.count).lowercased()] else {
            return nil
        }
        let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: unit)
        guard !isTooMuch else { return nil }
        self.bytes = bytes
    }
}
