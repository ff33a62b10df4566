// The grammar of conditions.

import ApusExpressions
import ApusModel

/// What has been read so far: `(size(a)` may yet become a condition or the left side of a comparison.
private enum Phrase {
    case operand(Operand)
    case condition(Predicate)
}

extension Parser {
    /// `[ WHERE condition ]`
    mutating func parseWhere() throws(ServiceError) -> Predicate? {
        guard take(.where) else { return nil }
        let phrase = try parseAlternatives()
        return try condition(from: phrase)
    }

    /// `alternatives := conjunction ( OR conjunction )*`
    private mutating func parseAlternatives() throws(ServiceError) -> Phrase {
        let first = try parseConjunction()
        guard current == .keyword(.or) else { return first }
        var parts = [try condition(from: first)]
        while take(.or) {
            operatorCount += 1
            let next = try parseConjunction()
            parts.append(try condition(from: next))
        }
        return .condition(.any(parts))
    }

    /// `conjunction := negation ( AND negation )*`
    private mutating func parseConjunction() throws(ServiceError) -> Phrase {
        let first = try parseNegation()
        guard current == .keyword(.and) else { return first }
        var parts = [try condition(from: first)]
        while take(.and) {
            operatorCount += 1
            let next = try parseNegation()
            parts.append(try condition(from: next))
        }
        return .condition(.all(parts))
    }

    /// `negation := NOT* primary`; two of them undo each other, so the tree does not grow by their number.
    private mutating func parseNegation() throws(ServiceError) -> Phrase {
        var count = 0
        while take(.not) { count += 1 }
        let phrase = try parsePrimary()
        guard count > 0 else { return phrase }
        operatorCount += count
        let predicate = try condition(from: phrase)
        return .condition(count.isMultiple(of: 2) ? predicate : .not(predicate))
    }

    /// `primary := '(' alternatives ')' | function | operand operator …`
    private mutating func parsePrimary() throws(ServiceError) -> Phrase {
        let phrase: Phrase
        if current == .symbol(.openParenthesis) {
            try enter(.openParenthesis)
            phrase = try parseAlternatives()
            try leave(.closeParenthesis)
        } else if isAtCall {
            phrase = try parseCall()
        } else {
            phrase = .operand(try parseOperand())
        }
        guard case .operand(let operand) = phrase, let predicate = try parseOperator(after: operand) else {
            return phrase
        }
        return .condition(predicate)
    }

    /// The rest of a comparison, a BETWEEN, an IN or an IS; nil where none of them follows.
    private mutating func parseOperator(after left: Operand) throws(ServiceError) -> Predicate? {
        if case .symbol(let symbol) = current, let comparator = Comparator(rawValue: symbol.rawValue) {
            advance()
            operatorCount += 1
            return checked(.comparison(left, comparator, try parseOperand()))
        }
        if take(.is) { return try parseIs(after: left) }
        let isNegated = current == .keyword(.not) && (next == .keyword(.between) || next == .keyword(.in))
        if isNegated { advance() }
        let predicate: Predicate
        if take(.between) {
            let lower = try parseOperand()
            try expect(.and)
            predicate = checked(.between(left, lower: lower, upper: try parseOperand()))
        } else if take(.in) {
            predicate = checked(.isOneOf(left, try parseCandidates()))
        } else {
            return nil
        }
        operatorCount += 1
        return isNegated ? .not(predicate) : predicate
    }

    /// `IS [ NOT ] ( MISSING | NULL )`, behind a path.
    private mutating func parseIs(after operand: Operand) throws(ServiceError) -> Predicate {
        operatorCount += 1
        let isNegated = take(.not)
        guard case .path(let path) = operand else {
            note([.pathRequired(by: "IS")])
            advance()
            return .all([])
        }
        if take(.missing) { return isNegated ? .exists(path) : .doesNotExist(path) }
        try expect(.null)
        return isNegated ? .not(.isOfType(path, .null)) : .isOfType(path, .null)
    }

    /// `'[' operand ( ',' operand )* ']' | '(' operand ( ',' operand )* ')'`
    private mutating func parseCandidates() throws(ServiceError) -> [Operand] {
        let isList = current == .symbol(.openBracket)
        try enter(isList ? .openBracket : .openParenthesis)
        let candidates = try parseOperands()
        try leave(isList ? .closeBracket : .closeParenthesis)
        return candidates
    }

    private mutating func parseOperands() throws(ServiceError) -> [Operand] {
        var operands = [try parseOperand()]
        while take(.comma) { operands.append(try parseOperand()) }
        return operands
    }

    /// `operand := path | value | size '(' operand ')' | '(' operand ')'`
    private mutating func parseOperand() throws(ServiceError) -> Operand {
        if current == .symbol(.openParenthesis) {
            try enter(.openParenthesis)
            let operand = try parseOperand()
            try leave(.closeParenthesis)
            return operand
        }
        if isAtCall {
            guard case .operand(let operand) = try parseCall() else { throw syntaxError }
            return operand
        }
        if isAtPath { return .path(try parsePath()) }
        return .value(try parseValue())
    }

    /// `call := function '(' operand ( ',' operand )* ')'`
    private mutating func parseCall() throws(ServiceError) -> Phrase {
        let written = takeText()
        guard let function = ConditionFunction(rawValue: written.lowercased()) else {
            throw .malformedStatement("No such function: \(written)")
        }
        operatorCount += 1
        try enter(.openParenthesis)
        let operands = try parseOperands()
        try leave(.closeParenthesis)
        guard operands.count == function.operandCount else {
            note([.operandCount(operands.count, of: function.rawValue)])
            return function == .size ? .operand(.value(.null)) : .condition(.all([]))
        }
        return phrase(function, of: operands)
    }

    private mutating func phrase(_ function: ConditionFunction, of operands: [Operand]) -> Phrase {
        switch function {
        case .size:
            note(operands[0].sizeFault.map { [$0] } ?? [])
            return .operand(.size(operands[0]))
        case .beginsWith: return .condition(checked(.begins(operands[0], with: operands[1])))
        case .contains: return .condition(checked(.contains(operands[0], element: operands[1])))
        case .attributeType: return .condition(typeTest(operands[0], operands[1]))
        }
    }

    private mutating func typeTest(_ operand: Operand, _ type: Operand) -> Predicate {
        let name = ConditionFunction.attributeType.rawValue
        guard case .path(let path) = operand else {
            note([.pathRequired(by: name)])
            return .all([])
        }
        guard case .value(let value) = type, case .string(let typeName) = value else {
            note([.operandType(type.constant?.type.rawValue ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}", of: name)])
            return .all([])
        }
        guard let type = AttributeType(rawValue: typeName) else {
            note([.typeName(typeName)])
            return .all([])
        }
        return .isOfType(path, type)
    }

    /// Takes a part of the tree, and notes what is wrong with its operands.
    private mutating func checked(_ predicate: Predicate) -> Predicate {
        note(predicate.operandFaults)
        return predicate
    }

    /// The phrase just read, taken for a condition.
    private func condition(from phrase: Phrase) throws(ServiceError) -> Predicate {
        guard case .condition(let predicate) = phrase else { throw syntaxError }
        return predicate
    }
}

/// The functions of conditions, in any case.
private enum ConditionFunction: String {
    case size
    case beginsWith = "begins_with"
    case contains
    case attributeType = "attribute_type"

    var operandCount: Int { self == .size ? 1 : 2 }
}
