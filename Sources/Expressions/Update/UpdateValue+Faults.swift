// What is wrong with the values of a SET before there is an item.

import ApusModel

extension UpdateValue {
    /// The faults in the operands of this part alone, not of the parts within it.
    package var operandFaults: [ExpressionFault] {
        switch self {
        case .path, .value, .ifNotExists: return []
        case .sum(let left, let right): return Self.mistyped([left, right], .number, of: "+")
        case .difference(let left, let right): return Self.mistyped([left, right], .number, of: "-")
        case .listAppend(let left, let right):
            let name = Function.listAppend.rawValue
            return [left, right].filter(\.isListAppend).map { _ in .misuse(of: name) }
                + Self.mistyped([left, right], .list, of: name)
        }
    }

    private var isListAppend: Bool {
        if case .listAppend = self { true } else { false }
    }

    /// Holds the operands that are constants against the type that an operator needs.
    private static func mistyped(
        _ operands: [UpdateValue],
        _ type: AttributeType,
        of name: String
    ) -> [ExpressionFault] {
        operands.compactMap { operand in
            guard case .value(let value) = operand, value.type != type else { return nil }
            return .operandType(value.type.rawValue, of: name)
        }
    }
}
