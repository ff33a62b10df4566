// A legacy condition on one attribute, as predicate and as part of a key condition.

import ApusModel

/// An operator on an attribute, with values that go with it.
package struct LegacyCondition: Equatable, Sendable {
    let attributeName: String
    let comparison: ComparisonOperator
    let values: [AttributeValue]

    /// - Throws: a validation error where the operator does not take these values.
    package init(
        attributeName: String,
        comparison: ComparisonOperator,
        values: [AttributeValue]
    ) throws(ServiceError) {
        guard !attributeName.isEmpty else { throw .emptyAttributeName }
        guard comparison.valueCounts.contains(values.count) else {
            throw .invalidParameter(
                "Invalid number of argument(s) for the \(comparison.rawValue) ComparisonOperator"
            )
        }
        if let type = values.lazy.map(\.type).first(where: { !comparison.takes($0) }) {
            throw .invalidParameter(
                "ComparisonOperator \(comparison.rawValue) is not valid for \(type.rawValue) AttributeValue type"
            )
        }
        if comparison == .between { try Self.requireOrder(from: values[0], to: values[1]) }
        self.attributeName = attributeName
        self.comparison = comparison
        self.values = values
    }

    private static func requireOrder(from lower: AttributeValue, to upper: AttributeValue) throws(ServiceError) {
        guard let order = lower.order(relativeTo: upper) else {
            throw .invalidParameter("AttributeValues inside AttributeValueList must be of same type")
        }
        guard order <= 0 else {
            throw .validation(
                "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"
            )
        }
    }

    /// What the condition says of an item. Of an attribute that is missing only NE and NULL hold.
    var predicate: Predicate {
        let path = AttributePath(name: attributeName)
        let operand = Operand.path(path)
        return switch comparison {
        case .equal: .comparison(operand, .equal, .value(values[0]))
        case .notEqual: .comparison(operand, .notEqual, .value(values[0]))
        case .less: .comparison(operand, .less, .value(values[0]))
        case .lessOrEqual: .comparison(operand, .lessOrEqual, .value(values[0]))
        case .greater: .comparison(operand, .greater, .value(values[0]))
        case .greaterOrEqual: .comparison(operand, .greaterOrEqual, .value(values[0]))
        case .between: .between(operand, lower: .value(values[0]), upper: .value(values[1]))
        case .isOneOf: .isOneOf(operand, values.map { .value($0) })
        case .contains: .contains(operand, element: .value(values[0]))
        case .doesNotContain: .all([.exists(path), .not(.contains(operand, element: .value(values[0])))])
        case .begins: .begins(operand, with: .value(values[0]))
        case .isAbsent: .doesNotExist(path)
        case .exists: .exists(path)
        }
    }

    /// What the condition says of a key attribute.
    ///
    /// - Throws: a validation error for an operator that no order of keys can answer.
    func range() throws(ServiceError) -> SortKeyRange {
        switch comparison {
        case .equal: return .equal(values[0])
        case .less: return .less(than: values[0])
        case .lessOrEqual: return .lessOrEqual(to: values[0])
        case .greater: return .greater(than: values[0])
        case .greaterOrEqual: return .greaterOrEqual(to: values[0])
        case .between: return .between(values[0], values[1])
        case .begins: return .beginning(with: values[0])
        case .notEqual, .isOneOf, .contains, .doesNotContain, .isAbsent, .exists:
            throw .validation("Attempted conditional constraint is not an indexable operation")
        }
    }
}

extension ServiceError {
    static let emptyAttributeName = ServiceError.validation("Empty attribute name")
}
