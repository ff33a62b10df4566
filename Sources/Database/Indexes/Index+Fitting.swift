// What keeps a value from being an index key.

import ApusExpressions
import ApusModel

extension Index {
    /// Refuses an item that has something in an attribute of the index key that cannot be a key. An attribute that is
    /// missing is no fault: the index then has no entry of the item.
    package func requireFitting(_ item: Item) throws(ServiceError) {
        try requireFitting(item, keySchema.attributes, typeFault: typeMismatch)
    }

    /// Refuses an update that has put something into an attribute of the index key that cannot be a key. What the
    /// update has left as it was is not held against it.
    ///
    /// - Parameter update: nil for one that creates an item with its key alone.
    func requireFitting(_ item: Item, updated old: Item, by update: Update?) throws(ServiceError) {
        let changed = keySchema.attributes.filter { item[$0.name] != old[$0.name] }
        guard !changed.isEmpty else { return }
        switch update?.form {
        case nil, .attributeUpdates: try requireFitting(item, changed, typeFault: typeMismatch)
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
            case .empty(let kind): throw .emptyIndexKey(kind, index: name, key: attribute.name)
            }
        }
        if let fault = sizeFault(of: item, in: attributes) { throw fault }
    }

    enum Fault {
        case type
        case empty(kind: String)
    }

    func fault(of value: AttributeValue, as attribute: KeyAttribute) -> Fault? {
        guard attribute.type.matches(value) else { return .type }
        return value.emptyKind.map { .empty(kind: $0) }
    }

    private func typeMismatch(of value: AttributeValue, as attribute: KeyAttribute) -> ServiceError {
        .invalidParameter(
            "Type mismatch for Index Key \(attribute.name) Expected: \(attribute.type.rawValue) "
                + "Actual: \(value.type.rawValue) IndexName: \(name)"
        )
    }

    /// What is too long, of the key's two parts that these attributes belong to.
    ///
    /// Whether several values count together or each by itself is not published; they count together here.
    func sizeFault(of item: Item, in attributes: [KeyAttribute]) -> ServiceError? {
        func size(of part: [KeyAttribute]) -> Int {
            guard part.contains(where: attributes.contains) else { return 0 }
            return part.reduce(0) { $0 + (item[$1.name]?.size ?? 0) }
        }
        guard size(of: keySchema.partition) <= Limits.partitionKeyBytes else {
            return .partitionKeyTooLong(ofIndex: name)
        }
        guard size(of: keySchema.sort) <= Limits.sortKeyBytes else { return .sortKeyTooLong(ofIndex: name) }
        return nil
    }
}
