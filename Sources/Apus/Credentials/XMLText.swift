// The texts of elements in a small XML answer.

/// An answer in XML. It is searched, not checked: what surrounds an element does not matter.
struct XMLText {
    private let text: Substring

    init(_ bytes: [UInt8]) {
        text = Substring(String(decoding: bytes, as: UTF8.self))
    }

    /// The text in the first element of that name; nil where there is none, or it holds further elements.
    func text(of name: String) -> String? {
        guard let start = text.firstRange(of: "<\(name)>") else { return nil }
        let rest = text[start.upperBound...]
        guard let end = rest.firstIndex(of: "<"), rest[end...].hasPrefix("</\(name)>") else { return nil }
        return Self.resolved(rest[..<end])
    }

    private static let entities: [Substring: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    private static func resolved(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&"), let end = rest[mark...].firstIndex(of: ";") {
            result += rest[..<mark]
            let name = rest[rest.index(after: mark)..<end]
            result += entities[name] ?? character(name) ?? String(rest[mark...end])
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// The character of a reference such as `#43` or `#x2B`.
    private static func character(_ reference: Substring) -> String? {
        guard reference.first == "#" else { return nil }
        let digits = reference.dropFirst()
        let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
