// The text of a condition, with parentheses where its parts would else be read otherwise.

import ApusModel

extension ConditionExpression {
    func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        try form.written(by: &writer)
    }
}

extension ConditionExpression.Form {
    fileprivate func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        switch self {
        case .comparison(let left, let sign, let right):
            let left = try left.written(by: &writer)
            return "\(left) \(sign.rawValue) \(try right.written(by: &writer))"
        case .between(let operand, let lower, let upper):
            let operand = try operand.written(by: &writer)
            let lower = try lower.written(by: &writer)
            return "\(operand) BETWEEN \(lower) AND \(try upper.written(by: &writer))"
        case .isOneOf(let operand, let candidates):
            guard (1...Limits.inOperands).contains(candidates.count) else { throw .candidateCount(candidates.count) }
            let operand = try operand.written(by: &writer)
            return "\(operand) IN (\(try writer.list(candidates)))"
        case .call(let function, let arguments): return try writer.call(function, arguments)
        case .not(let inner): return "NOT \(try text(of: inner, by: &writer))"
        case .all(let parts): return try join(parts, with: " AND ", by: &writer)
        case .any(let parts): return try join(parts, with: " OR ", by: &writer)
        }
    }

    private func join(
        _ parts: [Self],
        with conjunction: String,
        by writer: inout ExpressionWriter
    ) throws(ExpressionError) -> String {
        var texts: [String] = []
        for part in parts { texts.append(try text(of: part, by: &writer)) }
        return texts.joined(separator: conjunction)
    }

    /// The text of a part of this condition.
    private func text(of part: Self, by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        let text = try part.written(by: &writer)
        return part.tightness < tightness ? "(\(text))" : text
    }

    /// How tightly the parts hold together: NOT binds tighter than AND, and AND tighter than OR.
    private var tightness: Int {
        switch self {
        case .any: 0
        case .all: 1
        case .not: 2
        case .comparison, .between, .isOneOf, .call: 3
        }
    }
}
