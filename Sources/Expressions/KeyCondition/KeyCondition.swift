// Which items a Query is about: from a KeyConditionExpression.

import ApusModel

/// The conditions of a Query on key attributes, of which only the table knows which is which.
package struct KeyCondition: Sendable {
    /// What is asked of one key attribute.
    package struct Part: Equatable, Sendable {
        package let attributeName: String
        package let range: SortKeyRange

        package init(attributeName: String, range: SortKeyRange) {
            self.attributeName = attributeName
            self.range = range
        }
    }

    // A key condition that cannot be one is refused after the request's other expressions, so the refusal waits here.
    private let reading: Result<[Part], ServiceError>

    /// - Precondition: the parts are about different attributes.
    package init(_ parts: [Part]) {
        reading = .success(parts)
    }

    /// - Throws: a validation error for the first fault that any condition can have.
    package init(parsing text: String, using placeholders: inout Placeholders) throws(ServiceError) {
        let predicate = try Predicate(parsing: text, as: .keyCondition, using: &placeholders)
        do {
            reading = .success(try predicate.keyConditionParts())
        } catch {
            reading = .failure(error)
        }
    }

    /// The conditions on each attribute, in the order written. Ask once all expressions of the request are parsed
    /// and their placeholders found used, before the table is looked up.
    ///
    /// - Throws: a validation error where the condition is not of the form that key conditions have.
    package func parts() throws(ServiceError) -> [Part] {
        try reading.get()
    }

    /// - Throws: a validation error where the condition is not about this key.
    package func resolved(for schema: KeySchema) throws(ServiceError) -> KeySelection {
        let parts = try parts()
        let partition = try Self.part(of: parts, for: schema.partition)
        let sort = try Self.sortPart(of: parts, for: schema)
        guard case .equal(let partitionKey) = partition.range else { throw Self.notSupported }
        try schema.partition.require(partition.range)
        if let key = schema.sort, let sort { try key.require(sort.range) }
        try Self.requireSize(of: partitionKey, sort?.range)
        return KeySelection(partition: partitionKey, sort: sort?.range ?? .all)
    }

    private static func sortPart(of parts: [Part], for schema: KeySchema) throws(ServiceError) -> Part? {
        guard parts.count > 1 else { return nil }
        // What the service says of a second condition where the key has no second attribute is not published.
        guard let sort = schema.sort else { throw notSupported }
        return try part(of: parts, for: sort)
    }

    private static func part(of parts: [Part], for key: KeyAttribute) throws(ServiceError) -> Part {
        if let part = parts.first(where: { $0.attributeName.hasSameBytes(as: key.name) }) { return part }
        throw .validation("Query condition missed key schema element: \(key.name)")
    }

    private static func requireSize(of partitionKey: AttributeValue, _ sort: SortKeyRange?) throws(ServiceError) {
        guard partitionKey.size <= Limits.partitionKeyBytes else {
            // The service has no blank before the figure.
            throw .invalidParameter(
                "Size of hashkey has exceeded the maximum size limit of\(Limits.partitionKeyBytes) bytes"
            )
        }
        for value in sort?.values ?? [] where value.size > Limits.sortKeyBytes {
            throw .invalidParameter(
                "Aggregated size of all range keys has exceeded the size limit of \(Limits.sortKeyBytes) bytes"
            )
        }
    }

    private static let notSupported = ServiceError.validation("Query key condition not supported")
}

extension KeyAttribute {
    /// - Throws: a validation error unless the values of a condition on this attribute could be keys.
    fileprivate func require(_ range: SortKeyRange) throws(ServiceError) {
        for value in range.values where !type.matches(value) {
            throw .invalidParameter("Condition parameter type does not match schema type")
        }
        for value in range.values where value.isEmptyScalar {
            let kind = type == .string ? "string" : "binary"
            throw .invalidParameter(
                "The AttributeValue for a key attribute cannot contain an empty \(kind) value. Key: \(name)"
            )
        }
    }
}

extension AttributeValue {
    fileprivate var isEmptyScalar: Bool {
        switch self {
        case .string(let text): text.utf8.isEmpty
        case .binary(let bytes): bytes.isEmpty
        default: false
        }
    }
}
