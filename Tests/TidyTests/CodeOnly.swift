// Swift source without its comments and texts, so that a brace or a word in them misleads no test.

/// Walks through a source and replaces what is not code by spaces; lines stay where they are.
struct CodeOnly {
    private let source: [UInt8]
    private var result: [UInt8]
    private var position = 0

    /// The code of a source file, line by line.
    static func lines(of text: String) -> [Substring] {
        var walk = CodeOnly(text)
        walk.code(untilParenthesis: false)
        return String(decoding: walk.result, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private init(_ text: String) {
        source = Array(text.utf8)
        result = []
        result.reserveCapacity(source.count)
    }

    /// Copies code, to the end or to the parenthesis that closes an interpolation.
    private mutating func code(untilParenthesis: Bool) {
        var depth = 1
        while position < source.count {
            switch source[position] {
            case UInt8(ascii: "/") where isAhead("//"): blankLine()
            case UInt8(ascii: "/") where isAhead("/*"): blankComment()
            case UInt8(ascii: "\""): blankText()
            case UInt8(ascii: "#") where hashesBeforeQuote > 0: blankText()
            case let byte:
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if untilParenthesis && depth == 0 { return }
                result.append(byte)
                position += 1
            }
        }
    }

    private mutating func blankLine() {
        while position < source.count && source[position] != UInt8(ascii: "\n") { blank(count: 1) }
    }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            if isAhead("/*") { depth += 1 } else if isAhead("*/") { depth -= 1 }
            blank(count: isAhead("/*") || isAhead("*/") ? 2 : 1)
        } while depth > 0 && position < source.count
    }

    private mutating func blankText() {
        let marks = String(repeating: "#", count: hashesBeforeQuote)
        blank(count: marks.utf8.count)
        let quote = isAhead("\"\"\"") ? "\"\"\"" : "\""
        blank(count: quote.utf8.count)
        let end = Array((quote + marks).utf8)
        let escape = Array("\\\(marks)".utf8)
        while position < source.count && !isAhead(end) {
            if !isAhead(escape) {
                blank(count: 1)
            } else if isAhead(escape + [UInt8(ascii: "(")]) {
                blank(count: escape.count + 1)
                code(untilParenthesis: true)
                blank(count: 1)
            } else {
                blank(count: escape.count + 1)
            }
        }
        blank(count: quote.utf8.count + marks.utf8.count)
    }

    /// How many `#` stand here before a quotation mark; zero where none follows.
    private var hashesBeforeQuote: Int {
        let rest = source[position...]
        let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
        return rest.dropFirst(hashes).first == UInt8(ascii: "\"") ? hashes : 0
    }

    private func isAhead(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { source[position...].starts(with: $0) }
    }

    private func isAhead(_ bytes: [UInt8]) -> Bool {
        source[position] == bytes[0] && source[position...].starts(with: bytes)
    }

    private mutating func blank(count: Int) {
        for _ in 0..<count where position < source.count {
            result.append(source[position] == UInt8(ascii: "\n") ? source[position] : UInt8(ascii: " "))
            position += 1
        }
    }
}
