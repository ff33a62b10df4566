// What an index holds of an item.

import ApusExpressions
import ApusModel

/// The entry of an item in an index.
struct IndexEntry {
    let key: [UInt8]
    /// The attributes that the index holds.
    let item: Item
    /// The size of those by the service's measure, in bytes.
    let size: Int
}

extension Index {
    /// The entry that an item has in this index; nil where the item lacks an attribute of the index key, or has a value
    /// there that cannot be a key.
    func entry(of item: Item, with key: PrimaryKey) -> IndexEntry? {
        guard let values = keyValues(of: item) else { return nil }
        let held = held(of: item)
        return IndexEntry(key: entryKey(for: values, of: key), item: held, size: held.itemSize)
    }

    private func held(of item: Item) -> Item {
        if case .all = definition.projection { return item }
        return Item(distinct: item.filter { holds($0.name) })
    }

    private func keyValues(of item: Item) -> [AttributeValue]? {
        var values: [AttributeValue] = []
        values.reserveCapacity(keySchema.attributes.count)
        for attribute in keySchema.attributes {
            guard let value = item[attribute.name], fault(of: value, as: attribute) == nil else { return nil }
            values.append(value)
        }
        return sizeFault(of: item, in: keySchema.attributes) == nil ? values : nil
    }
}

// What keeps a value from being an index key.
extension Index {
    /// Refuses an item that has something in an attribute of the index key that cannot be a key. An attribute that is
    /// missing is no fault: the index then has no entry of the item.
    package func requireFitting(_ item: Item) throws(ServiceError) {
        try requireFitting(item, keySchema.attributes, typeFault: typeMismatch)
    }

    /// Refuses an update that has put something into an attribute of the index key that cannot be a key. What the
    /// update has left as it was is not held against it.
    func requireFitting(_ item: Item, updated old: Item, by update: Update) throws(ServiceError) {
        let changed = keySchema.attributes.filter { item[$0.name] != old[$0.name] }
        guard !changed.isEmpty else { return }
        switch update.form {
        case .attributeUpdates: try requireFitting(item, changed, typeFault: typeMismatch)
        case .expression:
            try requireFitting(item, changed) { _, _ in
                .validation("The update expression attempted to update the secondary index key to unsupported type")
            }
        }
    }

    private func requireFitting(
        _ item: Item,
        _ attributes: [KeyAttribute],
        typeFault: (AttributeValue, KeyAttribute) -> ServiceError
    ) throws(ServiceError) {
        for attribute in attributes {
            guard let value = item[attribute.name], let fault = fault(of: value, as: attribute) else { continue }
            switch fault {
            case .type: throw typeFault(value, attribute)
            case .empty(let kind): throw emptyKey(kind, attribute)
            }
        }
        if let fault = sizeFault(of: item, in: attributes) { throw fault }
    }

    private enum Fault {
        case type
        case empty(kind: String)
    }

    private func fault(of value: AttributeValue, as attribute: KeyAttribute) -> Fault? {
        guard attribute.type.matches(value) else { return .type }
        return value.emptyKind.map { .empty(kind: $0) }
    }

    private func typeMismatch(of value: AttributeValue, as attribute: KeyAttribute) -> ServiceError {
        .invalidParameter(
            "Type mismatch for Index Key \(attribute.name) Expected: \(attribute.type.rawValue) "
                + "Actual: \(value.type.rawValue) IndexName: \(name)"
        )
    }

    private func emptyKey(_ kind: String, _ attribute: KeyAttribute) -> ServiceError {
        .validation(
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
                + "The AttributeValue for a key attribute cannot contain an empty \(kind) value. "
                + "IndexName: \(name), IndexKey: \(attribute.name)"
        )
    }

    /// What is too long, of the key's two parts that these attributes belong to.
    ///
    /// Whether several values count together or each by itself is not published; they count together here.
    private func sizeFault(of item: Item, in attributes: [KeyAttribute]) -> ServiceError? {
        func size(of part: [KeyAttribute]) -> Int {
            guard part.contains(where: attributes.contains) else { return 0 }
            return part.reduce(0) { $0 + (item[$1.name]?.size ?? 0) }
        }
        guard size(of: keySchema.partition) <= Limits.partitionKeyBytes else {
            return .invalidParameter(
                "Size of hashkey has exceeded the maximum size limit of\(Limits.partitionKeyBytes) bytes "
                    + "for IndexName: \(name)"
            )
        }
        guard size(of: keySchema.sort) <= Limits.sortKeyBytes else {
            return .invalidParameter(
                "Aggregated size of all range keys has exceeded the size limit of \(Limits.sortKeyBytes) bytes "
                    + "for IndexName: \(name)"
            )
        }
        return nil
    }
}
