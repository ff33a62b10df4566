// The ground that the grammars of statements share: a place among tokens, the parameters, and what is at fault.

import ApusExpressions
import ApusModel

/// Walks over the tokens of a statement. Each part of the grammar is an extension, in a file of its own.
///
/// A fault of syntax is thrown at once. One of meaning is noted, and told only where the whole text is a statement and
/// has as many parameters as it was given.
struct Parser {
    private let text: [UInt8]
    private let tokens: [Token]
    private var position = 0
    private var nesting = 0
    private let parameters: [AttributeValue]
    private var parameterCount = 0
    private var fault: ServiceError?
    /// How many operators and functions have been read; the `=` of a SET clause and the AND of a BETWEEN do not count.
    var operatorCount = 0

    // The service names no such limit. This one keeps the parser and all that walks its trees within a small stack.
    /// Parentheses, functions and literals may stand within each other this deep: the parser recurs into them.
    private static let nestingLimit = 200

    /// - Precondition: the statement is not longer than the service allows.
    init(_ statement: String, parameters: [AttributeValue]) {
        text = Array(statement.utf8)
        tokens = Lexer.tokens(of: text)
        self.parameters = parameters
    }

    // MARK: Tokens

    var current: Token.Kind { tokens[position].kind }

    var next: Token.Kind { tokens[min(position + 1, tokens.count - 1)].kind }

    /// Moves past the current token, unless that is the end.
    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    /// Moves past the current token and answers its text as written.
    mutating func takeText() -> String {
        defer { advance() }
        return writtenText
    }

    /// Moves past a token in quotes and answers what stands between them.
    mutating func takeQuoted() -> String {
        defer { advance() }
        let range = tokens[position].range
        let quote = text[range.lowerBound]
        var bytes: [UInt8] = []
        var isSecond = false
        for byte in text[(range.lowerBound + 1)..<(range.upperBound - 1)] {
            isSecond = byte == quote && !isSecond
            if !isSecond { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var writtenText: String { String(decoding: text[tokens[position].range], as: UTF8.self) }

    /// Whether the current token is this word, in any case, which has a meaning in this place only.
    func isAt(word: String) -> Bool {
        current == .word && writtenText.uppercased() == word
    }

    /// The current token in small letters.
    var currentWord: String { writtenText.lowercased() }

    mutating func take(word: String) -> Bool {
        guard isAt(word: word) else { return false }
        advance()
        return true
    }

    mutating func take(_ wanted: Token.Kind) -> Bool {
        guard current == wanted else { return false }
        advance()
        return true
    }

    mutating func take(_ symbol: Symbol) -> Bool { take(.symbol(symbol)) }

    mutating func take(_ keyword: Keyword) -> Bool { take(.keyword(keyword)) }

    mutating func expect(_ symbol: Symbol) throws(ServiceError) {
        guard take(symbol) else { throw syntaxError }
    }

    mutating func expect(_ keyword: Keyword) throws(ServiceError) {
        guard take(keyword) else { throw syntaxError }
    }

    mutating func expect(word: String) throws(ServiceError) {
        guard take(word: word) else { throw syntaxError }
    }

    /// Moves past an opening bracket of any kind; ``leave(_:)`` belongs to it.
    mutating func enter(_ symbol: Symbol) throws(ServiceError) {
        guard nesting < Self.nestingLimit else { throw .malformedStatement("it is nested too deeply") }
        try expect(symbol)
        nesting += 1
    }

    mutating func leave(_ symbol: Symbol) throws(ServiceError) {
        try expect(symbol)
        nesting -= 1
    }

    /// The current token is the one that cannot stand here.
    var syntaxError: ServiceError {
        guard current != .end else { return .malformedStatement("it ends too early") }
        let word = writtenText
        if current == .word, let unsupported = UnsupportedWord(rawValue: word.uppercased()) {
            return .unsupportedOperation(unsupported.rawValue)
        }
        return .malformedStatement("Unexpected token \(word) at position \(tokens[position].range.lowerBound + 1)")
    }

    // MARK: Parameters and faults

    /// The value of the next parameter. Where there are too few, any value will do: that is told in the end.
    mutating func takeParameter() -> AttributeValue {
        advance()
        parameterCount += 1
        return parameterCount <= parameters.count ? parameters[parameterCount - 1] : .null
    }

    mutating func note(_ error: ServiceError) {
        fault = fault ?? error
    }

    mutating func note(_ faults: [ExpressionFault]) {
        if let fault = faults.first { note(fault.refusal) }
    }

    /// Call once the whole text has been read.
    ///
    /// - Throws: the refusal for another number of parameters, or else for the first fault noted.
    func requireNoFault() throws(ServiceError) {
        guard parameterCount == parameters.count else {
            throw .validation("Number of parameters in request and statement don't match.")
        }
        if let fault { throw fault }
        if operatorCount > Limits.expressionOperators { throw ExpressionFault.tooManyOperators.refusal }
    }
}

extension ServiceError {
    /// The refusal of a text that is no statement; the service words the detail freely.
    static func malformedStatement(_ detail: String) -> ServiceError {
        .validation("Statement wasn't well formed, can't be processed: \(detail)")
    }

    /// The refusal of what the language has and the database has not.
    static func unsupportedOperation(_ what: String) -> ServiceError {
        .validation("Unsupported operation: \(what)")
    }
}
