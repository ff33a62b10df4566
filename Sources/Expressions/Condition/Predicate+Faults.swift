// What is wrong with the operands of conditions before there is an item.

import ApusModel

extension Predicate {
    /// The faults in the operands of this part alone, not of the parts within it.
    package var operandFaults: [ExpressionFault] {
        switch self {
        case .comparison(let left, let comparator, let right):
            let name = comparator.rawValue
            return Self.sameOperands([left, right], of: name)
                + (comparator.isOrdering ? Self.unordered([left, right], of: name) : [])
        case .between(let operand, let lower, let upper):
            let operands = [operand, lower, upper]
            return Self.sameOperands(operands, of: "BETWEEN") + Self.unordered(operands, of: "BETWEEN")
                + Self.reversed(lower, upper)
        case .isOneOf(let operand, let candidates):
            return Self.tooMany(candidates) + Self.sameOperands([operand] + candidates, of: "IN")
        case .begins(let operand, let prefix):
            let name = Function.beginsWith.rawValue
            return Self.sameOperands([operand, prefix], of: name)
                + Self.mistyped([operand, prefix], of: name) { $0 == .string || $0 == .binary }
        case .contains(let operand, let element):
            return Self.sameOperands([operand, element], of: Function.contains.rawValue)
        case .exists, .doesNotExist, .isOfType, .not, .all, .any: return []
        }
    }

    /// The first operand may not be the same path as another.
    private static func sameOperands(_ operands: [Operand], of name: String) -> [ExpressionFault] {
        guard case .path(let first) = operands[0], operands.dropFirst().contains(operands[0]) else { return [] }
        return [
            ExpressionFault(
                .distinctOperands,
                "The first operand must be distinct from the remaining operands for this operator or function; "
                    + "operator: \(name), first operand: \(first)"
            )
        ]
    }

    private static func unordered(_ operands: [Operand], of name: String) -> [ExpressionFault] {
        mistyped(operands, of: name) { $0.isOrdered }
    }

    /// Holds the operands whose type is known already against a demand.
    private static func mistyped(
        _ operands: [Operand],
        of name: String,
        _ isAllowed: (AttributeType) -> Bool
    ) -> [ExpressionFault] {
        guard let type = operands.lazy.compactMap(\.constantType).first(where: { !isAllowed($0) }) else { return [] }
        return [.operandType(type.rawValue, of: name)]
    }

    // Which figure the service prints is not published; this is the number of candidates.
    private static func tooMany(_ candidates: [Operand]) -> [ExpressionFault] {
        candidates.count > Limits.inOperands ? [.operandCount(candidates.count, of: "IN")] : []
    }

    /// The bounds of a BETWEEN, if both are constants.
    private static func reversed(_ lower: Operand, _ upper: Operand) -> [ExpressionFault] {
        guard let lower = lower.constant, let upper = upper.constant else { return [] }
        if let order = lower.order(relativeTo: upper), order <= 0 { return [] }
        let demand =
            if lower.type != upper.type {
                "requires same data type for lower and upper bounds"
            } else {
                "requires upper bound to be greater than or equal to lower bound"
            }
        return [
            ExpressionFault(
                .operandType,
                "The BETWEEN operator \(demand); lower bound operand: AttributeValue: {\(lower.boundText)}, "
                    + "upper bound operand: AttributeValue: {\(upper.boundText)}"
            )
        ]
    }
}

extension Operand {
    /// What is wrong with an operand of `size`.
    package var sizeFault: ExpressionFault? {
        guard let type = constantType, type == .number || type == .bool || type == .null else { return nil }
        return .operandType(type.rawValue, of: Function.size.rawValue)
    }
}
