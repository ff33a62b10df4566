// The grammar of conditions.

import ApusModel

/// What has been read so far: `(size(a)` may yet become a condition or the left side of a comparison.
private struct Phrase {
    enum Content {
        case operand(WrittenOperand)
        case condition(WrittenCondition)
    }

    let content: Content
    var isInParentheses = false
}

extension Parser {
    /// The whole text, as a condition.
    mutating func parseCondition() throws(ServiceError) -> WrittenCondition {
        let phrase = try parseAlternatives()
        let condition = try condition(from: phrase)
        try expectEnd()
        return condition
    }

    /// `or := and ( OR and )*`
    private mutating func parseAlternatives() throws(ServiceError) -> Phrase {
        let first = try parseConjunction()
        guard current == .keyword(.or) else { return first }
        var parts = [try condition(from: first)]
        while take(.or) {
            operatorCount += 1
            let next = try parseConjunction()
            parts.append(try condition(from: next))
        }
        return Phrase(content: .condition(.any(parts)))
    }

    /// `and := not ( AND not )*`
    private mutating func parseConjunction() throws(ServiceError) -> Phrase {
        let first = try parseNegation()
        guard current == .keyword(.and) else { return first }
        var parts = [try condition(from: first)]
        while take(.and) {
            operatorCount += 1
            let next = try parseNegation()
            parts.append(try condition(from: next))
        }
        return Phrase(content: .condition(.all(parts)))
    }

    // Whether the service takes a NOT after a NOT is not known; the grammar of its caching client does. A third undoes
    // the second, so the tree grows no deeper than two of them.
    /// `not := NOT not | primary`
    private mutating func parseNegation() throws(ServiceError) -> Phrase {
        var count = 0
        while take(.not) { count += 1 }
        guard count > 0 else { return try parsePrimary() }
        operatorCount += count
        let phrase = try parsePrimary()
        let negated = WrittenCondition.not(try condition(from: phrase))
        return Phrase(content: .condition(count.isMultiple(of: 2) ? .not(negated) : negated))
    }

    /// `primary := '(' or ')' | function | operand comparator operand | operand BETWEEN … | operand IN …`
    private mutating func parsePrimary() throws(ServiceError) -> Phrase {
        let phrase =
            if current == .symbol(.openParenthesis) {
                try parseParentheses()
            } else {
                Phrase(content: .operand(try parseBareOperand()))
            }
        guard case .operand(let operand) = phrase.content else { return phrase }
        guard let condition = try parseOperator(after: operand) else { return phrase }
        return Phrase(content: .condition(condition))
    }

    private mutating func parseParentheses() throws(ServiceError) -> Phrase {
        try enterParenthesis()
        var phrase = try parseAlternatives()
        try leaveParenthesis()
        if phrase.isInParentheses { hasRedundantParentheses = true }
        phrase.isInParentheses = true
        return phrase
    }

    /// The rest of a comparison, a BETWEEN or an IN; nil where none of them follows.
    private mutating func parseOperator(after left: WrittenOperand) throws(ServiceError) -> WrittenCondition? {
        if case .symbol(let symbol) = current, let comparator = Comparator(rawValue: symbol.rawValue) {
            advance()
            operatorCount += 1
            return .comparison(left, comparator, try parseOperand())
        }
        if take(.between) {
            operatorCount += 1
            let lower = try parseOperand()
            try expect(.keyword(.and))
            return .between(left, lower: lower, upper: try parseOperand())
        }
        if take(.in) {
            operatorCount += 1
            try enterParenthesis()
            let candidates = try parseOperands()
            try leaveParenthesis()
            return .isOneOf(left, candidates)
        }
        return nil
    }

    /// The phrase just read, taken for a condition, which of all operands only a function can be.
    private func condition(from phrase: Phrase) throws(ServiceError) -> WrittenCondition {
        switch phrase.content {
        case .condition(let condition): return condition
        case .operand(.call(let call)): return .call(call)
        case .operand: throw syntaxError
        }
    }
}
