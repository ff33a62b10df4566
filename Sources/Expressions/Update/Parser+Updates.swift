// The grammar of updates.

import ApusModel

extension Parser {
    /// The whole text: `update := section+`
    mutating func parseUpdate() throws(ServiceError) -> [WrittenSection] {
        var sections: [WrittenSection] = []
        repeat {
            sections.append(try parseSection())
        } while current != .end
        return sections
    }

    private mutating func parseSection() throws(ServiceError) -> WrittenSection {
        guard case .keyword(let keyword) = current, let section = UpdateSection(rawValue: keyword.rawValue) else {
            throw syntaxError
        }
        advance()
        var actions = [try parseAction(of: section)]
        while take(.comma) { actions.append(try parseAction(of: section)) }
        return WrittenSection(section: section, actions: actions)
    }

    /// `set := path '=' value`, `remove := path`, `add := path :value`, `delete := path :value`
    private mutating func parseAction(of section: UpdateSection) throws(ServiceError) -> WrittenAction {
        let path = try parsePath()
        switch section {
        case .set:
            try expect(.equal)
            return .set(path, try parseSetValue().value)
        case .remove: return .remove(path)
        case .add: return .add(path, try parseValuePlaceholder())
        case .delete: return .delete(path, try parseValuePlaceholder())
        }
    }

    /// `value := operand | sum`, `sum := operand ( '+' | '-' ) operand | '(' sum ')'`
    private mutating func parseSetValue() throws(ServiceError) -> (value: WrittenSetValue, isInParentheses: Bool) {
        guard current == .symbol(.openParenthesis) else {
            return (try parseSum(after: try parseBareOperand()), false)
        }
        try enterParenthesis()
        let inner = try parseSetValue()
        try leaveParenthesis()
        if inner.isInParentheses { hasRedundantParentheses = true }
        // Nothing can follow a sum in parentheses; an operand in them can begin a sum.
        guard case .operand(let operand) = inner.value else { return (inner.value, true) }
        let value = try parseSum(after: operand)
        if case .operand = value { return (value, true) }
        return (value, false)
    }

    private mutating func parseSum(after left: WrittenOperand) throws(ServiceError) -> WrittenSetValue {
        if take(.plus) {
            operatorCount += 1
            return .sum(left, try parseOperand())
        }
        if take(.minus) {
            operatorCount += 1
            return .difference(left, try parseOperand())
        }
        return .operand(left)
    }
}
