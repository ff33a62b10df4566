// From the text of a statement to its tokens.

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
        if byte.isNameStart { return takeWord() }
        if byte.isDigit { return takeNumber() }
        switch byte {
        case UInt8(ascii: "'"): return takeQuoted(.text)
        case UInt8(ascii: "\""): return takeQuoted(.quotedName)
        case UInt8(ascii: "?"):
            position += 1
            return .parameter
        default: return takeSymbol() ?? takeUnknown()
        }
    }

    private mutating func takeWord() -> Token.Kind {
        let start = position
        skip(while: \.isNameByte)
        guard Keyword.lengths.contains(position - start) else { return .word }
        let word = String(decoding: text[start..<position], as: UTF8.self)
        return Keyword(rawValue: word.uppercased()).map(Token.Kind.keyword) ?? .word
    }

    /// `number := digits [ '.' digits ] [ 'e' [ '+' | '-' ] digits ]`; a sign in front is a token of its own.
    private mutating func takeNumber() -> Token.Kind {
        skip(while: \.isDigit)
        if current == UInt8(ascii: "."), byte(at: position + 1)?.isDigit == true {
            position += 1
            skip(while: \.isDigit)
        }
        if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
            let next = self.byte(at: position + 1)
            let hasSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
            let digits = position + (hasSign ? 2 : 1)
            if self.byte(at: digits)?.isDigit == true {
                position = digits
                skip(while: \.isDigit)
            }
        }
        return .number
    }

    /// Takes what stands between two quotes; a quote that stands twice is part of it.
    private mutating func takeQuoted(_ kind: Token.Kind) -> Token.Kind {
        let quote = text[position]
        position += 1
        while let byte = current {
            position += 1
            guard byte == quote else { continue }
            guard current == quote else { return kind }
            position += 1
        }
        return .unknown
    }

    private mutating func takeSymbol() -> Token.Kind? {
        guard let symbol = symbol(ofLength: 2) ?? symbol(ofLength: 1) else { return nil }
        position += symbol.rawValue.utf8.count
        return .symbol(symbol)
    }

    private func symbol(ofLength length: Int) -> Symbol? {
        guard position + length <= text.count else { return nil }
        return Symbol(rawValue: String(decoding: text[position..<position + length], as: UTF8.self))
    }

    /// Takes a whole character, so that a message can show it.
    private mutating func takeUnknown() -> Token.Kind {
        position += 1
        skip(while: \.isContinuation)
        return .unknown
    }

    private var current: UInt8? { byte(at: position) }

    private func byte(at position: Int) -> UInt8? {
        position < text.count ? text[position] : nil
    }

    private mutating func skip(while belongs: (UInt8) -> Bool) {
        while let byte = current, belongs(byte) { position += 1 }
    }
}

extension UInt8 {
    fileprivate var isNameStart: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
    }

    fileprivate var isNameByte: Bool { isNameStart || isDigit }

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
