// How a SELECT is run: which items it goes through, in which order, and which of them it shows.

import ApusExpressions
import ApusModel

/// What a SELECT becomes once the key of what it reads is known.
package struct SelectPlan: Sendable {
    /// The items that are read.
    package enum Scope: Equatable, Sendable {
        /// The one that has this key.
        case item(key: Item)
        /// Those of partitions, one partition after another.
        case partitions([KeySelection], isForward: Bool)
        /// All.
        case everything
    }

    package let scope: Scope
    /// What else is demanded of an item that is read; nil for nothing.
    package let filter: Predicate?
    /// Whether the condition says which partition keys are wanted, even if that is in a way that only reading all
    /// items can follow.
    package let isKeyed: Bool

    /// - Parameter indexName: the index whose key this is; nil for the key of a table.
    /// - Throws: a validation error where the condition is at odds with the key, or the order cannot be had.
    package init(
        _ statement: SelectStatement,
        by schema: KeySchema,
        ofIndex indexName: String? = nil
    ) throws(ServiceError) {
        var conditions = Conjunction(statement.condition)
        isKeyed = schema.partition.contains { conditions.narrows($0.name) }
        if indexName == nil, let key = conditions.takeKey(of: schema) {
            try statement.requireOrder(by: schema, isKeyed: true)
            scope = .item(key: key)
        } else if let partitions = conditions.takePartitions(of: schema) {
            try statement.requireOrder(by: schema, isKeyed: true)
            guard partitions.count <= Limits.queriedPartitions else { throw .tooManyPartitions(partitions.count) }
            let sort = conditions.takeSortRanges(of: schema)
            let selections = try partitions.map { values throws(ServiceError) in
                try KeySelection(values, sort, by: schema, ofIndex: indexName)
            }
            scope = try statement.ordered(selections, by: schema)
        } else {
            try statement.requireOrder(by: schema, isKeyed: false)
            scope = .everything
        }
        filter = conditions.rest
    }
}

extension Conjunction {
    /// The values of the partition key, of one partition or several; nil where they are left open.
    fileprivate mutating func takePartitions(of schema: KeySchema) -> [[AttributeValue]]? {
        if schema.partition.count == 1 { return takeAlternatives(on: schema.partition[0].name)?.map { [$0] } }
        let partition = KeySchema(partition: schema.partition)
        return takeKey(of: partition).map { key in [key.map(\.value)] }
    }

    /// What is asked of the sort key attributes from the left: `=` of all but the last.
    fileprivate mutating func takeSortRanges(of schema: KeySchema) -> [KeyCondition.Part] {
        var parts: [KeyCondition.Part] = []
        for attribute in schema.sort {
            guard let range = takeRange(on: attribute.name) else { break }
            parts.append(KeyCondition.Part(attributeName: attribute.name, range: range))
            guard case .equal = range else { break }
        }
        return parts
    }
}

extension KeySelection {
    /// One partition, and what is asked of its sort keys, held against the key as a Query's condition is.
    fileprivate init(
        _ partition: [AttributeValue],
        _ sort: [KeyCondition.Part],
        by schema: KeySchema,
        ofIndex indexName: String?
    ) throws(ServiceError) {
        let parts = zip(schema.partition, partition).map { attribute, value in
            KeyCondition.Part(attributeName: attribute.name, range: .equal(value))
        }
        self = try KeyCondition(parts + sort).resolved(for: schema, ofIndex: indexName)
    }
}

// The service's words about ORDER BY are not published; some of these are told of it.
extension SelectStatement {
    /// Refuses an order that the key does not give.
    fileprivate func requireOrder(by schema: KeySchema, isKeyed: Bool) throws(ServiceError) {
        guard !order.isEmpty else { return }
        guard condition != nil else {
            throw .validation("Must have WHERE clause in the statement when using ORDER BY clause.")
        }
        for term in order where !term.path.isTopLevel || !schema.contains(term.path.attributeName) {
            throw .validation(
                "Variable reference \(term.path.attributeName) in ORDER BY clause must be part of the primary key"
            )
        }
        guard isKeyed else {
            throw .validation(
                "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause."
            )
        }
    }

    /// The partitions in the order asked for, each to be read in the direction asked for.
    fileprivate func ordered(
        _ selections: [KeySelection],
        by schema: KeySchema
    ) throws(ServiceError) -> SelectPlan.Scope {
        let sortTerms = order.filter { term in !schema.isPartition(term) }
        try requireOneDirection(of: sortTerms, by: schema)
        let isForward = !(sortTerms.first?.isDescending ?? false)
        guard selections.count > 1, let first = order.first else {
            return .partitions(selections, isForward: isForward)
        }
        guard schema.isPartition(first) else {
            throw .unsupportedOrder("items of several partitions are ordered by their partition key first")
        }
        let sorted = selections.sorted { left, right in
            let order = left.partition[0].order(relativeTo: right.partition[0]) ?? 0
            return first.isDescending ? order > 0 : order < 0
        }
        return .partitions(sorted, isForward: isForward)
    }

    private func requireOneDirection(of terms: [SortTerm], by schema: KeySchema) throws(ServiceError) {
        let followsKey = zip(terms, schema.sort).allSatisfy { $0.path.attributeName.hasSameBytes(as: $1.name) }
        guard followsKey, terms.count <= schema.sort.count, Set(terms.map(\.isDescending)).count < 2 else {
            throw .unsupportedOrder("sort keys are ordered one after another, all in one direction")
        }
    }
}

extension KeySchema {
    fileprivate func isPartition(_ term: SortTerm) -> Bool {
        partition.contains { $0.name.hasSameBytes(as: term.path.attributeName) }
    }
}

extension ServiceError {
    fileprivate static func unsupportedOrder(_ rule: String) -> ServiceError {
        .unsupportedOperation("ORDER BY, for \(rule)")
    }

    // The service's words for this are not published.
    fileprivate static func tooManyPartitions(_ count: Int) -> ServiceError {
        .validation(
            "The condition names \(count) partition keys, and may name \(Limits.queriedPartitions) at most"
        )
    }
}
