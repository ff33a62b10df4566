// The form of keys: which parts stand where, and how many there may be.

import ApusModel
import ApusWire

extension [KeySchemaElement] {
    /// Checks that these are a partition key and perhaps a sort key.
    func requireSimpleKey() throws(ServiceError) {
        try requirePartitionKeyFirst()
        guard count > 1 else { return }
        guard !self[1].isPartitionKey else {
            throw .validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")
        }
        try requireDifferentNames()
    }

    /// Checks that these are the key of a global index: up to four partition keys, then up to four sort keys.
    func requireCompositeKey() throws(ServiceError) {
        try requirePartitionKeyFirst()
        let partitionKeys = prefix { $0.isPartitionKey }
        guard !dropFirst(partitionKeys.count).contains(where: \.isPartitionKey) else {
            throw .invalidParameter("All HASH key attributes must precede RANGE key attributes in the KeySchema")
        }
        for (type, count) in [(KeyType.hash, partitionKeys.count), (.range, count - partitionKeys.count)]
        where count > Limits.globalIndexKeyParts {
            throw .invalidParameter(
                "The KeySchema exceeds the maximum allowed number of \(type.rawValue) key attributes"
            )
        }
        try requireDifferentNames()
    }

    /// Checks that these are the key of a local index of a table with a key of this form.
    func requireLocalKey(of index: String, in tableKey: [KeySchemaElement]) throws(ServiceError) {
        try requireSimpleKey()
        guard count > 1 else {
            throw .invalidParameter("Index KeySchema does not have a range key for index: \(index)")
        }
        guard self[0].name.hasSameBytes(as: tableKey[0].name) else {
            throw .invalidParameter(
                "Index KeySchema does not have the same leading hash key as table KeySchema for index: \(index). "
                    + "index hash key: \(self[0].name), table hash key: \(tableKey[0].name)"
            )
        }
    }

    private func requirePartitionKeyFirst() throws(ServiceError) {
        guard first?.isPartitionKey ?? false else {
            throw .validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
    }

    private func requireDifferentNames() throws(ServiceError) {
        guard Set(map { Array<UInt8>($0.name.utf8) }).count < count else { return }
        if count == 2, !self[1].isPartitionKey {
            throw .validation("Both the Hash Key and the Range Key element in the KeySchema have the same name")
        }
        throw .invalidParameter("The KeySchema contains multiple key attributes with the same name")
    }
}
