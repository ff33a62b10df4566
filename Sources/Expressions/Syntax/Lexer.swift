// From the text of an expression to its tokens.

/// Cuts a text into tokens. Every text can be cut: what fits nowhere becomes an unknown token.
struct Lexer {
    private let text: [UInt8]
    private var position = 0

    /// The tokens of a text, with an end token as the last.
    static func tokens(of text: [UInt8]) -> [Token] {
        var lexer = Lexer(text: text)
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 3 + 1)
        repeat {
            tokens.append(lexer.next())
        } while tokens.last?.kind != .end
        return tokens
    }

    private init(text: [UInt8]) {
        self.text = text
    }

    private mutating func next() -> Token {
        skip(while: \.isBlank)
        let start = position
        let kind = takeToken()
        return Token(kind: kind, range: start..<position)
    }

    private mutating func takeToken() -> Token.Kind {
        guard let byte = current else { return .end }
        if byte.isLetter { return takeWord() }
        if byte.isDigit { return takeDigits() }
        switch byte {
        case UInt8(ascii: "#"): return takePlaceholder(.namePlaceholder)
        case UInt8(ascii: ":"): return takePlaceholder(.valuePlaceholder)
        default: return takeSymbol() ?? takeUnknown()
        }
    }

    private mutating func takeWord() -> Token.Kind {
        let start = position
        skip(while: \.isNameByte)
        guard Keyword.lengths.contains(position - start) else { return .name }
        let word = String(decoding: text[start..<position], as: UTF8.self)
        return Keyword(rawValue: word.uppercased()).map(Token.Kind.keyword) ?? .name
    }

    /// A number is a zero, or digits that begin with another one: `01` is two tokens.
    private mutating func takeDigits() -> Token.Kind {
        let isZero = current == UInt8(ascii: "0")
        position += 1
        if !isZero { skip(while: \.isDigit) }
        return .digits
    }

    private mutating func takePlaceholder(_ kind: Token.Kind) -> Token.Kind {
        let start = position
        position += 1
        skip(while: \.isNameByte)
        return position - start > 1 ? kind : .unknown
    }

    private mutating func takeSymbol() -> Token.Kind? {
        guard let symbol else { return nil }
        position += symbol.rawValue.utf8.count
        return .symbol(symbol)
    }

    private var symbol: Symbol? {
        let second = position + 1 < text.count ? text[position + 1] : 0
        return switch (Unicode.Scalar(text[position]), Unicode.Scalar(second)) {
        case ("<", ">"): .notEqual
        case ("<", "="): .lessOrEqual
        case ("<", _): .less
        case (">", "="): .greaterOrEqual
        case (">", _): .greater
        case ("=", _): .equal
        case ("+", _): .plus
        case ("-", _): .minus
        case ("(", _): .openParenthesis
        case (")", _): .closeParenthesis
        case ("[", _): .openBracket
        case ("]", _): .closeBracket
        case (",", _): .comma
        case (".", _): .dot
        default: nil
        }
    }

    /// Takes a whole character, so that a message can show it.
    private mutating func takeUnknown() -> Token.Kind {
        position += 1
        skip(while: \.isContinuation)
        return .unknown
    }

    private var current: UInt8? {
        position < text.count ? text[position] : nil
    }

    private mutating func skip(while belongs: (UInt8) -> Bool) {
        while let byte = current, belongs(byte) { position += 1 }
    }
}

extension UInt8 {
    /// Whether the byte may stand in an unquoted name or a placeholder, after its first character.
    var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }

    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    fileprivate var isDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    fileprivate var isBlank: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// Whether the byte continues a character of several bytes in UTF-8.
    fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
