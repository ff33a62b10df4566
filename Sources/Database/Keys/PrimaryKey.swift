// The primary key of an item, checked against the schema of its table.

import ApusModel
import ApusStorage

/// The values of an item's key attributes: of the right types, not empty, not too long.
package struct PrimaryKey: Equatable, Sendable {
    package let partition: AttributeValue
    package let sort: AttributeValue?

    package init(partition: AttributeValue, sort: AttributeValue?) {
        self.partition = partition
        self.sort = sort
    }

    /// Takes the key out of an item that is stored, or of a part of it that has the key.
    init(stored item: Item, by schema: KeySchema) throws(StorageError) {
        let values = schema.attributes.compactMap { item[$0.name] }
        guard values.count == schema.attributes.count else {
            throw .damaged(file: "a stored item", detail: "it lacks its key")
        }
        partition = values[0]
        sort = values.count > 1 ? values[1] : nil
    }

    /// Takes the key out of a whole item, as a put has it.
    package init(of item: Item, by schema: KeySchema) throws(ServiceError) {
        partition = try Self.value(of: schema.partition[0], in: item)
        sort = try schema.sort.first.map { attribute throws(ServiceError) in try Self.value(of: attribute, in: item) }
        try requireLengths()
    }

    private static func value(of attribute: KeyAttribute, in item: Item) throws(ServiceError) -> AttributeValue {
        guard let value = item[attribute.name] else {
            throw .invalidParameter("Missing the key \(attribute.name) in the item")
        }
        guard attribute.type.matches(value) else {
            throw .invalidParameter(
                "Type mismatch for key \(attribute.name) expected: \(attribute.type.rawValue) "
                    + "actual: \(value.type.rawValue)"
            )
        }
        if let kind = value.emptyKind {
            throw .validation(
                "One or more parameter values are not valid. The AttributeValue for a key attribute "
                    + "cannot contain an empty \(kind) value. Key: \(attribute.name)"
            )
        }
        return value
    }

    /// Takes a key that stands alone, as reads, deletes and updates have it: exactly the key attributes.
    package init(_ key: Item, by schema: KeySchema) throws(ServiceError) {
        let attributes = schema.attributes
        guard key.count == attributes.count else { throw Self.schemaMismatch }
        var values: [AttributeValue] = []
        for attribute in attributes {
            guard let value = key[attribute.name], attribute.type.matches(value) else { throw Self.schemaMismatch }
            values.append(value)
        }
        for (attribute, value) in zip(attributes, values) {
            guard let kind = value.emptyKind else { continue }
            throw .invalidParameter(
                "The AttributeValue for a key attribute cannot contain an empty \(kind) value. Key: \(attribute.name)"
            )
        }
        partition = values[0]
        sort = values.count > 1 ? values[1] : nil
        try requireLengths()
    }

    private static let schemaMismatch = ServiceError.validation(
        "The provided key element does not match the schema"
    )

    private func requireLengths() throws(ServiceError) {
        guard partition.size <= Limits.partitionKeyBytes else { throw .partitionKeyTooLong() }
        guard sort.map({ $0.size <= Limits.sortKeyBytes }) ?? true else { throw .sortKeyTooLong() }
    }

    /// The key as attributes, under the names that the schema gives them.
    package func attributes(by schema: KeySchema) -> Item {
        var item = Item([(schema.partition[0].name, partition)])
        if let attribute = schema.sort.first, let sort { item[attribute.name] = sort }
        return item
    }
}
