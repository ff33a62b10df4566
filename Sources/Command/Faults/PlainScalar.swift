// What words of YAML mean that are not quoted.

/// A plain scalar as the core schema of YAML 1.2 reads it: `true` is a truth value; `yes` and `2026-01-01` are text.
enum PlainScalar: Equatable, Sendable {
    case null
    case bool(Bool)
    /// The number as JSON writes it, with all its digits.
    case number(String)
    case text

    init(_ text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        // Infinity and what is not a number have no form in JSON; they stay texts, which no fault rule takes.
        default: self = (Self.whole(text) ?? Self.decimal(text)).map(PlainScalar.number) ?? .text
        }
    }

    /// Reads `0x1F` and `0o17`.
    private static func whole(_ text: String) -> String? {
        let digits = text.dropFirst(2)
        // The initializer of numbers would take a sign, too.
        guard let first = digits.first, first.isHexDigit else { return nil }
        switch text.prefix(2) {
        case "0x": return UInt64(digits, radix: 16).map { "\($0)" }
        case "0o": return UInt64(digits, radix: 8).map { "\($0)" }
        default: return nil
        }
    }

    private static func decimal(_ text: String) -> String? {
        guard let first = text.utf8.first, first < UInt8(ascii: "A") else { return nil }
        let form = /([-+]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([-+]?[0-9]+))?/
        guard let match = text.wholeMatch(of: form) else { return nil }
        let (_, sign, whole, fraction, exponent) = match.output
        guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
        let significant = whole.drop { $0 == "0" }
        var number = sign == "-" ? "-" : ""
        number += significant.isEmpty ? "0" : significant
        if let fraction, !fraction.isEmpty { number += ".\(fraction)" }
        if let exponent { number += "e\(exponent)" }
        return number
    }
}
