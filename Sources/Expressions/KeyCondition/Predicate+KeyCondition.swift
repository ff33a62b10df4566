// From the tree of a condition to conditions on key attributes, and what keeps it from being that.

import ApusModel

extension Predicate {
    /// - Throws: a validation error for the first part, as written, that no key condition can have.
    func keyConditionParts() throws(ServiceError) -> [KeyCondition.Part] {
        var reader = KeyConditionReader()
        try reader.read(self)
        return reader.parts
    }
}

/// Gathers conditions on attributes while it goes through a tree in the order written.
private struct KeyConditionReader {
    var parts: [KeyCondition.Part] = []

    mutating func read(_ predicate: Predicate) throws(ServiceError) {
        switch predicate {
        case .all(let predicates):
            for predicate in predicates { try read(predicate) }
        case .comparison(let left, let comparator, let right): try read(left, comparator, right)
        case .between(let operand, let lower, let upper): try readBetween(operand, lower, upper)
        case .begins(let operand, let prefix):
            let (key, values) = try split(operand, [prefix], of: "begins_with")
            try add(.beginning(with: values[0]), on: key)
        case .any: throw Self.invalidOperator("OR")
        case .not: throw Self.invalidOperator("NOT")
        case .isOneOf: throw Self.invalidOperator("IN")
        case .exists: throw Self.invalidOperator(Function.attributeExists.rawValue)
        case .doesNotExist: throw Self.invalidOperator(Function.attributeNotExists.rawValue)
        case .isOfType: throw Self.invalidOperator(Function.attributeType.rawValue)
        case .contains: throw Self.invalidOperator(Function.contains.rawValue)
        }
    }

    private mutating func read(_ left: Operand, _ comparator: Comparator, _ right: Operand) throws(ServiceError) {
        guard comparator != .notEqual else { throw Self.invalidOperator(comparator.rawValue) }
        let name = try attributeName(among: [left, right])
        guard let name else { throw Self.invalidCondition("No key attribute specified") }
        switch (left, right) {
        case (_, .value(let value)): try add(comparator.range(from: value), on: name)
        case (.value(let value), _): try add(comparator.flipped.range(from: value), on: name)
        default: preconditionFailure("two paths, and sizes, have been refused")
        }
    }

    private mutating func readBetween(
        _ operand: Operand,
        _ lower: Operand,
        _ upper: Operand
    ) throws(ServiceError) {
        let (key, values) = try split(operand, [lower, upper], of: "BETWEEN")
        try add(.between(values[0], values[1]), on: key)
    }

    /// The attribute that an operator begins with, and the constants that follow.
    private func split(
        _ operand: Operand,
        _ others: [Operand],
        of name: String
    ) throws(ServiceError) -> (name: String, values: [AttributeValue]) {
        guard case .path = operand else {
            throw Self.invalidCondition("\(name) operator must have the key attribute as its first operand")
        }
        guard let attributeName = try attributeName(among: [operand] + others) else {
            preconditionFailure("the first operand names an attribute")
        }
        return (attributeName, others.compactMap(\.constant))
    }

    /// The name of the one attribute among the operands; nil where there is none.
    private func attributeName(among operands: [Operand]) throws(ServiceError) -> String? {
        var name: String?
        for operand in operands {
            switch operand {
            case .value: break
            case .size: throw .validation("KeyConditionExpressions cannot contain nested operations")
            case .path(let path):
                guard name == nil else {
                    throw Self.invalidCondition("Multiple attribute names used in one condition")
                }
                guard path.isTopLevel else {
                    throw .validation("KeyConditionExpressions cannot have conditions on nested attributes")
                }
                name = path.attributeName
            }
        }
        return name
    }

    private mutating func add(_ range: SortKeyRange, on name: String) throws(ServiceError) {
        guard !parts.contains(where: { $0.attributeName.hasSameBytes(as: name) }) else {
            throw .validation("KeyConditionExpressions must only contain one condition per key")
        }
        parts.append(KeyCondition.Part(attributeName: name, range: range))
    }

    private static func invalidOperator(_ name: String) -> ServiceError {
        .validation("Invalid operator used in KeyConditionExpression: \(name)")
    }

    private static func invalidCondition(_ fault: String) -> ServiceError {
        .validation("Invalid condition in KeyConditionExpression: \(fault)")
    }
}

extension Comparator {
    /// The range of values that compare so to a bound.
    ///
    /// - Precondition: the comparison is not `<>`, which leaves no range.
    package func range(from bound: AttributeValue) -> SortKeyRange {
        switch self {
        case .equal: .equal(bound)
        case .less: .less(than: bound)
        case .lessOrEqual: .lessOrEqual(to: bound)
        case .greater: .greater(than: bound)
        case .greaterOrEqual: .greaterOrEqual(to: bound)
        case .notEqual: preconditionFailure("inequality leaves no range")
        }
    }
}
