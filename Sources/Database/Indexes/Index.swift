// A secondary index as requests use it: its definition, and where its entries stand in the store.

import ApusModel
import ApusThroughput

/// A secondary index of one version of a table.
package final class Index: Sendable {
    package let definition: IndexDefinition
    package var keySchema: KeySchema { definition.keySchema }
    package var name: String { definition.name }
    package var isLocal: Bool { definition.kind == .local }
    /// The attributes that make up a position in the index: its own key, then what else the table's key has.
    package let positionAttributes: [KeyAttribute]

    /// What partitions of a global index may be divided by.
    static let globalKeyForm = KeyForm(prefixLength: KeySpace.entryPrefixLength)

    let tableKeySchema: KeySchema
    let itemCountKey: [UInt8]
    let sizeKey: [UInt8]
    let progressKey: [UInt8]
    let entryPrefix: [UInt8]

    init(_ definition: IndexDefinition, of table: UInt32, with tableKeySchema: KeySchema) {
        self.definition = definition
        self.tableKeySchema = tableKeySchema
        positionAttributes =
            definition.keySchema.attributes
            + tableKeySchema.attributes.filter { !definition.keySchema.contains($0.name) }
        itemCountKey = KeySpace.itemCount(ofIndex: definition.id, of: table)
        sizeKey = KeySpace.size(ofIndex: definition.id, of: table)
        progressKey = KeySpace.buildProgress(ofIndex: definition.id, of: table)
        entryPrefix = KeySpace.entryPrefix(of: table, index: definition.id)
    }

    /// Whether an entry holds this attribute of its item.
    package func holds(_ name: String) -> Bool {
        definition.holds(name) || tableKeySchema.contains(name)
    }

    /// The attributes that an entry can hold; nil where it holds all.
    package var heldNames: [String]? {
        switch definition.projection {
        case .all: nil
        case .keysOnly: positionAttributes.map(\.name)
        case .include(let names): positionAttributes.map(\.name) + names
        }
    }

    /// Where the entry of an item stands.
    ///
    /// - Parameter values: the item's index key, one value for each attribute of the schema.
    func entryKey(for values: [AttributeValue], of key: PrimaryKey) -> [UInt8] {
        let partitionCount = keySchema.partition.count
        var bytes = entryPrefix.appendingPartition(Array(values[..<partitionCount]))
        for value in values[partitionCount...] { bytes.appendKey(value) }
        // The partition key of a local index is the table's.
        if !isLocal { bytes.appendKey(key.partition) }
        if let sort = key.sort { bytes.appendKey(sort) }
        return bytes
    }
}
