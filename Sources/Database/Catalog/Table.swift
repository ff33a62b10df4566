// A table as requests use it: its definition, and where its entries stand in the store.

import ApusModel

/// One table. The id never comes back once the table is gone, nor does its definition change.
package final class Table: Sendable {
    package let id: UInt32
    package let definition: TableDefinition
    package let keySchema: KeySchema

    let itemCountKey: [UInt8]
    let sizeKey: [UInt8]
    private let entryPrefix: [UInt8]

    init(id: UInt32, definition: TableDefinition) {
        self.id = id
        self.definition = definition
        keySchema = definition.keySchema
        itemCountKey = KeySpace.itemCount(of: id)
        sizeKey = KeySpace.size(of: id)
        entryPrefix = KeySpace.entryPrefix(of: id)
    }

    package var name: TableName { definition.name }

    /// Where the item with this key stands.
    func entryKey(for key: PrimaryKey) -> [UInt8] {
        var bytes = partitionPrefix(for: key.partition)
        if let sort = key.sort { bytes.appendKey(sort) }
        return bytes
    }

    /// What the keys of all entries of a partition begin with.
    func partitionPrefix(for partition: AttributeValue) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.appendKey(partition)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entryPrefix.count + 4 + encoded.count + 32)
        bytes.append(contentsOf: entryPrefix)
        bytes.appendInteger(PartitionHash(of: encoded).value)
        bytes.append(contentsOf: encoded)
        return bytes
    }

    /// What the keys of all entries begin with, and, up to a hash, those of all entries before it.
    func entryPrefix(upTo hash: PartitionHash? = nil) -> [UInt8] {
        guard let hash else { return entryPrefix }
        var bytes = entryPrefix
        bytes.appendInteger(hash.value)
        return bytes
    }
}

/// Where a table stands in its life.
package enum TableState: Sendable {
    case creating, active, deleting, gone
}

extension TableDefinition {
    /// The state of the table at a point in time.
    package func state(at time: Timestamp) -> TableState {
        if let goneTime { return time < goneTime ? .deleting : .gone }
        return time < readyTime ? .creating : .active
    }
}
