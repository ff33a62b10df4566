// A key condition held against the key of a table or an index.

import ApusModel

extension KeyCondition {
    /// - Parameter indexName: the index whose key this is; nil for the key of a table.
    /// - Throws: a validation error where the condition is not about this key.
    package func resolved(
        for schema: KeySchema,
        ofIndex indexName: String? = nil
    ) throws(ServiceError) -> KeySelection {
        let parts = try parts()
        if schema.partition.count == 1, schema.sort.count < 2 { try Self.requireTwoAtMost(parts) }
        let partition = try Self.parts(of: parts, for: schema.partition)
        let sort = try Self.sortParts(of: parts, for: schema)
        let selection = KeySelection(
            partition: try partition.map { part throws(ServiceError) in try part.pinnedValue },
            sortPrefix: try sort.dropLast().map { part throws(ServiceError) in try part.pinnedValue },
            sort: sort.last?.range ?? .all
        )
        for (attribute, part) in zip(schema.attributes, partition + sort) {
            try attribute.require(part.range, ofIndex: indexName)
        }
        try selection.requireSize()
        return selection
    }

    /// What is asked of the sort key: of its attributes from the left, as many as there are parts for them.
    private static func sortParts(of parts: [Part], for schema: KeySchema) throws(ServiceError) -> [Part] {
        let count = parts.count - schema.partition.count
        // What the service says of a condition for which the key has no attribute left is not published.
        guard count <= schema.sort.count else { throw notSupported }
        return try Self.parts(of: parts, for: schema.sort.prefix(count))
    }

    private static func parts(
        of parts: [Part],
        for attributes: some Sequence<KeyAttribute>
    ) throws(ServiceError) -> [Part] {
        try attributes.map { attribute throws(ServiceError) in
            if let part = parts.first(where: { $0.attributeName.hasSameBytes(as: attribute.name) }) { return part }
            // For a key of several attributes the service's words are not published; these say which one is missed.
            throw .validation("Query condition missed key schema element: \(attribute.name)")
        }
    }

    fileprivate static let notSupported = ServiceError.validation("Query key condition not supported")
}

extension KeyCondition.Part {
    /// The value of an attribute that only `=` goes with: all but the last that a condition is about.
    fileprivate var pinnedValue: AttributeValue {
        get throws(ServiceError) {
            guard case .equal(let value) = range else { throw KeyCondition.notSupported }
            return value
        }
    }
}

extension KeySelection {
    // Whether the limits hold for each attribute or for all together is not published; together they cannot be passed.
    fileprivate func requireSize() throws(ServiceError) {
        guard partition.size <= Limits.partitionKeyBytes else { throw .partitionKeyTooLong() }
        for value in sort.values where sortPrefix.size + value.size > Limits.sortKeyBytes { throw .sortKeyTooLong() }
    }
}

extension KeyAttribute {
    /// - Throws: a validation error unless the values of a condition on this attribute could be keys.
    fileprivate func require(_ range: SortKeyRange, ofIndex indexName: String?) throws(ServiceError) {
        for value in range.values where !type.matches(value) {
            throw .invalidParameter("Condition parameter type does not match schema type")
        }
        guard let kind = range.values.lazy.compactMap(\.emptyKind).first else { return }
        if let indexName { throw .emptyIndexKey(kind, index: indexName, key: name) }
        throw .invalidParameter(
            "The AttributeValue for a key attribute cannot contain an empty \(kind) value. Key: \(name)"
        )
    }
}

extension [AttributeValue] {
    fileprivate var size: Int { reduce(0) { $0 + $1.size } }
}
