// What a Query walks through: one partition, and a range of its sort keys.

import ApusModel

/// The partition of a Query and the sort keys asked for within it.
package struct KeySelection: Equatable, Sendable {
    /// One value for each partition key attribute, in the order of the schema.
    package let partition: [AttributeValue]
    /// The values of the sort key attributes that are pinned by `=`, from the left, ahead of the one that `sort` is
    /// about.
    package let sortPrefix: [AttributeValue]
    /// The range of the next sort key attribute; `.all` where nothing is asked of it or there is none.
    package let sort: SortKeyRange

    package init(partition: [AttributeValue], sortPrefix: [AttributeValue] = [], sort: SortKeyRange = .all) {
        self.partition = partition
        self.sortPrefix = sortPrefix
        self.sort = sort
    }
}

/// A range of sort keys; the values in it are all of one type.
package enum SortKeyRange: Equatable, Sendable {
    case all
    case equal(AttributeValue)
    case less(than: AttributeValue)
    case lessOrEqual(to: AttributeValue)
    case greater(than: AttributeValue)
    case greaterOrEqual(to: AttributeValue)
    case between(AttributeValue, AttributeValue)
    case beginning(with: AttributeValue)

    package func contains(_ sortKey: AttributeValue) -> Bool {
        switch self {
        case .all: true
        case .equal(let value): Comparator.equal.holds(between: sortKey, and: value)
        case .less(let bound): Comparator.less.holds(between: sortKey, and: bound)
        case .lessOrEqual(let bound): Comparator.lessOrEqual.holds(between: sortKey, and: bound)
        case .greater(let bound): Comparator.greater.holds(between: sortKey, and: bound)
        case .greaterOrEqual(let bound): Comparator.greaterOrEqual.holds(between: sortKey, and: bound)
        case .between(let lower, let upper):
            Comparator.greaterOrEqual.holds(between: sortKey, and: lower)
                && Comparator.lessOrEqual.holds(between: sortKey, and: upper)
        case .beginning(let prefix): sortKey.begins(with: prefix)
        }
    }

    /// The values that the range is made of.
    package var values: [AttributeValue] {
        switch self {
        case .all: []
        case .equal(let value), .less(let value), .lessOrEqual(let value), .greater(let value),
            .greaterOrEqual(let value), .beginning(let value):
            [value]
        case .between(let lower, let upper): [lower, upper]
        }
    }
}
