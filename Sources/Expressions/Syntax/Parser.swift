// The ground that the grammars share: a place among tokens, and the words for a fault of syntax.

import ApusModel

/// Walks over the tokens of an expression. Each grammar is an extension, in the folder of its expression.
struct Parser {
    let kind: ExpressionKind
    private let text: [UInt8]
    private let tokens: [Token]
    private var position = 0
    private var nesting = 0

    // By the manual of 2026 functions count too; the `=` of a SET clause and the AND of a BETWEEN do not.
    /// How many operators and functions have been read.
    var operatorCount = 0
    var hasRedundantParentheses = false

    // The service names no such limit. This one keeps the parser and all that walks its trees within a small stack; the
    // limit on operators, and the refusal of redundant parentheses, keep any sound expression well below it.
    /// Parentheses and functions may stand within each other this deep, and no deeper: the parser recurs into them.
    private static let nestingLimit = 400

    /// - Throws: a validation error for an expression that is too long or empty.
    init(_ expression: String, kind: ExpressionKind) throws(ServiceError) {
        guard expression.utf8.count <= Limits.expressionBytes else {
            throw kind.refusal(
                "Expression size has exceeded the maximum allowed size; expression size: \(expression.utf8.count)"
            )
        }
        self.kind = kind
        text = Array(expression.utf8)
        tokens = Lexer.tokens(of: text)
        guard tokens.count > 1 else { throw kind.refusal("The expression can not be empty;") }
    }

    var current: Token.Kind { tokens[position].kind }

    var next: Token.Kind { tokens[min(position + 1, tokens.count - 1)].kind }

    /// Moves past the current token, unless that is the end.
    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    /// Moves past the current token and answers its text.
    mutating func takeText() -> String {
        defer { advance() }
        return String(decoding: text[tokens[position].range], as: UTF8.self)
    }

    /// Moves past the current token if it is this one.
    mutating func take(_ wanted: Token.Kind) -> Bool {
        guard current == wanted else { return false }
        advance()
        return true
    }

    mutating func take(_ symbol: Symbol) -> Bool { take(.symbol(symbol)) }

    mutating func take(_ keyword: Keyword) -> Bool { take(.keyword(keyword)) }

    mutating func expect(_ wanted: Token.Kind) throws(ServiceError) {
        guard take(wanted) else { throw syntaxError }
    }

    mutating func expect(_ symbol: Symbol) throws(ServiceError) { try expect(.symbol(symbol)) }

    mutating func expectEnd() throws(ServiceError) { try expect(.end) }

    /// Notes that the current parenthesis opens; a call of ``leaveParenthesis()`` belongs to it.
    mutating func enterParenthesis() throws(ServiceError) {
        guard nesting < Self.nestingLimit else { throw syntaxError }
        try expect(.openParenthesis)
        nesting += 1
    }

    mutating func leaveParenthesis() throws(ServiceError) {
        try expect(.closeParenthesis)
        nesting -= 1
    }

    /// The current token is the one that cannot stand here; the message shows it between its neighbours.
    var syntaxError: ServiceError {
        let token = tokens[position]
        let neighbours = tokens[max(position - 1, 0)...min(position + 1, tokens.count - 1)].filter { $0.kind != .end }
        let isEnd = token.kind == .end
        let near = neighbours[0].range.lowerBound..<neighbours[neighbours.count - 1].range.upperBound
        let word = isEnd ? "<EOF>" : String(decoding: text[token.range], as: UTF8.self)
        return kind.refusal(
            "Syntax error; token: \"\(word)\", near: \"\(String(decoding: text[near], as: UTF8.self))\""
        )
    }
}
