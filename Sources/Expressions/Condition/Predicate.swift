// The tree of a condition: what conditions, filters and key conditions become.

import ApusModel

/// What holds for an item or does not. Placeholders are replaced, so it can be tested against any number of items.
package indirect enum Predicate: Equatable, Sendable {
    case comparison(Operand, Comparator, Operand)
    case between(Operand, lower: Operand, upper: Operand)
    /// `IN`
    case isOneOf(Operand, [Operand])
    case exists(AttributePath)
    case doesNotExist(AttributePath)
    case isOfType(AttributePath, AttributeType)
    case begins(Operand, with: Operand)
    case contains(Operand, element: Operand)
    case not(Predicate)
    case all([Predicate])
    case any([Predicate])

    /// Every path in the tree, in the order written.
    package var paths: [AttributePath] {
        switch self {
        case .comparison(let left, _, let right): [left, right].compactMap(\.path)
        case .between(let operand, let lower, let upper): [operand, lower, upper].compactMap(\.path)
        case .isOneOf(let operand, let candidates): ([operand] + candidates).compactMap(\.path)
        case .exists(let path), .doesNotExist(let path), .isOfType(let path, _): [path]
        case .begins(let operand, let prefix): [operand, prefix].compactMap(\.path)
        case .contains(let operand, let element): [operand, element].compactMap(\.path)
        case .not(let inner): inner.paths
        case .all(let parts), .any(let parts): parts.flatMap(\.paths)
        }
    }

    /// How many operands the tree has: what testing an item costs at most.
    var operandCount: Int {
        switch self {
        case .comparison, .begins, .contains: 2
        case .between: 3
        case .isOneOf(_, let candidates): 1 + candidates.count
        case .exists, .doesNotExist, .isOfType: 1
        case .not(let inner): inner.operandCount
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.operandCount }
        }
    }
}

/// What stands beside an operator or within a function of a condition.
package indirect enum Operand: Equatable, Sendable {
    case path(AttributePath)
    case value(AttributeValue)
    case size(Operand)

    /// The path that the operand is, or whose size it takes.
    package var path: AttributePath? {
        switch self {
        case .path(let path): path
        case .value: nil
        case .size(let operand): operand.path
        }
    }

    /// The value that the operand is, if it is one whatever the item.
    package var constant: AttributeValue? {
        switch self {
        case .value(let value): return value
        case .path, .size: return nil
        }
    }

    /// The type that the operand has whatever the item.
    var constantType: AttributeType? {
        switch self {
        case .path: nil
        case .value(let value): value.type
        case .size: .number
        }
    }
}

/// The comparisons, under the signs that expressions give them.
package enum Comparator: String, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// The comparison that says the same once its operands have changed places.
    package var flipped: Comparator {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// Whether only values with an order can be compared so.
    package var isOrdering: Bool { self != .equal && self != .notEqual }
}

extension AttributeType {
    /// Whether values of the type have an order.
    var isOrdered: Bool { self == .string || self == .number || self == .binary }
}
