// From stored keys back to the attributes that they stand for.

import ApusModel
import ApusStorage

extension Database {
    /// The key attributes of the first item or entry whose stored key begins with these bytes; nil where there is none.
    /// Where the bytes are no more than a hash, only those of the partition key.
    ///
    /// - Parameters:
    ///   - key: the part of a stored key that tells the items of a table, or the entries of an index, apart.
    ///   - index: the name of the index; nil for the table.
    package func keyAttributes(under key: [UInt8], of table: Table, index: String?) -> Item? {
        let index = index.flatMap { name in table.indexes.first { $0.name.hasSameBytes(as: name) } }
        let schema = index?.keySchema ?? table.keySchema
        let whole = index?.positionAttributes ?? table.keySchema.attributes
        let names = (key.count > PartitionHash.byteCount ? whole : schema.partition).map(\.name)
        let prefix = (index?.entryPrefix ?? table.entryPrefix) + key
        var item: Item?
        try? store.snapshot().scan(.prefix(prefix), .forward) { _, row throws(StorageError) in
            var reader = try RowReader(row)
            item = try reader.readAttributes(named: names)
            return .stop
        }
        return item
    }
}
