// Testing the tree of a condition against an item.

import ApusModel

extension Predicate {
    package func holds(for item: Item) -> Bool {
        switch self {
        case .comparison(let left, let comparator, let right):
            Self.compare(left, comparator, right, in: item)
        case .between(let operand, let lower, let upper):
            Self.compare(lower, .lessOrEqual, operand, in: item) && Self.compare(operand, .lessOrEqual, upper, in: item)
        case .isOneOf(let operand, let candidates):
            operand.value(in: item).map { value in candidates.contains { $0.value(in: item) == value } } ?? false
        case .exists(let path): path.value(in: item) != nil
        case .doesNotExist(let path): path.value(in: item) == nil
        case .isOfType(let path, let type): path.value(in: item)?.type == type
        case .begins(let operand, let prefix): Self.test(operand, prefix, in: item) { $0.begins(with: $1) }
        case .contains(let operand, let element): Self.test(operand, element, in: item) { $0.contains($1) }
        case .not(let inner): !inner.holds(for: item)
        case .all(let parts): parts.allSatisfy { $0.holds(for: item) }
        case .any(let parts): parts.contains { $0.holds(for: item) }
        }
    }

    private static func compare(_ left: Operand, _ comparator: Comparator, _ right: Operand, in item: Item) -> Bool {
        guard let leftValue = left.value(in: item), let rightValue = right.value(in: item) else {
            // Only `<>` holds where something is missing, yet no comparison holds where a size cannot be taken.
            return comparator == .notEqual && !left.lacksSize(in: item) && !right.lacksSize(in: item)
        }
        return comparator.holds(between: leftValue, and: rightValue)
    }

    /// Tests two operands; false where one of them is missing.
    private static func test(
        _ left: Operand,
        _ right: Operand,
        in item: Item,
        by relation: (AttributeValue, AttributeValue) -> Bool
    ) -> Bool {
        guard let left = left.value(in: item), let right = right.value(in: item) else { return false }
        return relation(left, right)
    }
}

extension Operand {
    /// Nil where the item has nothing at the path, or something without a size where a size is asked for.
    fileprivate func value(in item: Item) -> AttributeValue? {
        switch self {
        case .path(let path): path.value(in: item)
        case .value(let value): value
        case .size(let operand): operand.value(in: item)?.sizeInCondition.map { .number(Number($0)) }
        }
    }

    fileprivate func lacksSize(in item: Item) -> Bool {
        if case .size = self { return value(in: item) == nil }
        return false
    }
}

extension Comparator {
    /// Values of different types are unequal and otherwise beyond comparison.
    package func holds(between left: AttributeValue, and right: AttributeValue) -> Bool {
        switch self {
        case .equal: return left == right
        case .notEqual: return left != right
        case .less, .lessOrEqual, .greater, .greaterOrEqual: break
        }
        guard let order = left.order(relativeTo: right) else { return false }
        return switch self {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal, .notEqual: preconditionFailure("equality needs no order")
        }
    }
}
