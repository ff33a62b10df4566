// The grammar of SET, REMOVE and RETURNING.

import ApusExpressions
import ApusModel

extension Parser {
    /// `( SET path '=' value ( ',' path '=' value )* | REMOVE path ( ',' path )* )+`
    mutating func parseActions() throws(ServiceError) -> Update {
        var actions: [UpdateAction] = []
        while current == .keyword(.set) || current == .keyword(.remove) {
            let isSet = current == .keyword(.set)
            advance()
            repeat {
                actions.append(isSet ? try parseAssignment() : .remove(try parsePath()))
            } while take(.comma)
        }
        guard !actions.isEmpty else { throw syntaxError }
        do throws(ServiceError) {
            return try Update(requiringApart: actions)
        } catch {
            note(error)
            return Update([])
        }
    }

    /// `path '=' term [ ( '+' | '-' ) term ]`, or a change of a set.
    private mutating func parseAssignment() throws(ServiceError) -> UpdateAction {
        let target = try parsePath()
        try expect(.equal)
        if isAtCall, let function = SetFunction(rawValue: currentWord) {
            return try parseChange(of: target, by: function)
        }
        let left = try parseTerm()
        guard current == .symbol(.plus) || current == .symbol(.minus) else { return .set(target, left) }
        let isSum = current == .symbol(.plus)
        advance()
        operatorCount += 1
        let right = try parseTerm()
        return .set(target, checked(isSum ? .sum(left, right) : .difference(left, right)))
    }

    /// `set_add(path, set)` and `set_delete(path, set)`, which change the set that they name and no other.
    private mutating func parseChange(
        of target: AttributePath,
        by function: SetFunction
    ) throws(ServiceError) -> UpdateAction {
        advance()
        operatorCount += 1
        try enter(.openParenthesis)
        guard isAtPath else { throw syntaxError }
        let source = try parsePath()
        try expect(.comma)
        let elements = try parseValue()
        try leave(.closeParenthesis)
        if source != target {
            // The service's words for this are not published.
            note(.unsupportedOperation("\(function.rawValue) must be about the path that is set"))
        }
        if ![.stringSet, .numberSet, .binarySet].contains(elements.type) {
            note([.operandType(elements.type.rawValue, of: function.rawValue)])
        }
        return function == .add ? .add(target, elements) : .delete(target, elements)
    }

    /// `term := path | value | list_append '(' term ',' term ')' | if_not_exists '(' path ',' term ')'`
    private mutating func parseTerm() throws(ServiceError) -> UpdateValue {
        if isAtCall { return try parseValueCall() }
        if isAtPath { return .path(try parsePath()) }
        return .value(try parseValue())
    }

    private mutating func parseValueCall() throws(ServiceError) -> UpdateValue {
        let written = takeText()
        guard let function = ValueFunction(rawValue: written.lowercased()) else {
            throw .malformedStatement("No such function: \(written)")
        }
        operatorCount += 1
        try enter(.openParenthesis)
        let first = try parseTerm()
        try expect(.comma)
        let second = try parseTerm()
        try leave(.closeParenthesis)
        switch function {
        case .listAppend: return checked(.listAppend(first, second))
        case .ifNotExists:
            if case .path(let path) = first { return .ifNotExists(path, otherwise: second) }
            note([.pathRequired(by: function.rawValue)])
            return second
        }
    }

    /// Takes a part of a value, and notes what is wrong with its operands.
    private mutating func checked(_ value: UpdateValue) -> UpdateValue {
        note(value.operandFaults)
        return value
    }

    /// `[ RETURNING ( ALL | MODIFIED ) ( OLD | NEW ) '*' ]`
    mutating func parseReturning() throws(ServiceError) -> Returning? {
        guard take(.returning) else { return nil }
        let isModified = take(word: "MODIFIED")
        if !isModified { try expect(word: "ALL") }
        let isNew = take(word: "NEW")
        if !isNew { try expect(word: "OLD") }
        try expect(.star)
        return isModified ? (isNew ? .modifiedNew : .modifiedOld) : (isNew ? .allNew : .allOld)
    }
}

/// The functions that change a set, in any case.
private enum SetFunction: String {
    case add = "set_add"
    case delete = "set_delete"
}

/// The functions that make a value, in any case.
private enum ValueFunction: String {
    case listAppend = "list_append"
    case ifNotExists = "if_not_exists"
}
