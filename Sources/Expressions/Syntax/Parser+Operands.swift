// The grammar of what all expressions are made of: paths, values and functions.

import ApusModel

extension Parser {
    /// `path := name ( '.' name | '[' digits ']' )*`
    mutating func parsePath() throws(ServiceError) -> WrittenPath {
        var elements = [try parsePathName()]
        while true {
            if take(.dot) {
                elements.append(try parsePathName())
            } else if take(.openBracket) {
                guard current == .digits else { throw syntaxError }
                elements.append(.index(takeText()))
                try expect(.closeBracket)
            } else {
                return WrittenPath(elements: elements)
            }
        }
    }

    private mutating func parsePathName() throws(ServiceError) -> WrittenPath.Element {
        switch current {
        case .name: .name(takeText())
        case .namePlaceholder: .placeholder(takeText())
        default: throw syntaxError
        }
    }

    mutating func parseValuePlaceholder() throws(ServiceError) -> String {
        guard current == .valuePlaceholder else { throw syntaxError }
        return takeText()
    }

    /// `operand := path | value | function | '(' operand ')'`
    mutating func parseOperand() throws(ServiceError) -> WrittenOperand {
        guard current == .symbol(.openParenthesis) else { return try parseBareOperand() }
        try enterParenthesis()
        if current == .symbol(.openParenthesis) { hasRedundantParentheses = true }
        let operand = try parseOperand()
        try leaveParenthesis()
        return operand
    }

    /// An operand that does not begin with a parenthesis.
    mutating func parseBareOperand() throws(ServiceError) -> WrittenOperand {
        switch current {
        case .valuePlaceholder: .value(takeText())
        case .name where next == .symbol(.openParenthesis): .call(try parseCall())
        default: .path(try parsePath())
        }
    }

    /// `function := name '(' operand ( ',' operand )* ')'`, whatever the name.
    private mutating func parseCall() throws(ServiceError) -> FunctionCall {
        let name = takeText()
        operatorCount += 1
        try enterParenthesis()
        let arguments = try parseOperands()
        try leaveParenthesis()
        return FunctionCall(name: name, arguments: arguments)
    }

    /// One operand or more, with commas between them.
    mutating func parseOperands() throws(ServiceError) -> [WrittenOperand] {
        var operands = [try parseOperand()]
        while take(.comma) { operands.append(try parseOperand()) }
        return operands
    }
}
