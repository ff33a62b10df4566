// Where a page begins or goes on.

import ApusModel

/// A position in the order of a table's items or of an index's entries, whether or not anything is there.
package struct PagePosition: Sendable {
    let entryKey: [UInt8]
    private let hash: PartitionHash

    /// The position of an item in its table.
    package init(of key: PrimaryKey, in table: Table) {
        entryKey = table.entryKey(for: key)
        hash = PartitionHash(of: [UInt8](encoding: [key.partition]))
    }

    /// The position of an item's entry in an index.
    ///
    /// - Parameter values: the index key, one value for each attribute of the index's schema.
    package init(of values: [AttributeValue], _ key: PrimaryKey, in index: Index) {
        entryKey = index.entryKey(for: values, of: key)
        hash = PartitionHash(of: [UInt8](encoding: Array(values[..<index.keySchema.partition.count])))
    }

    /// Whether a scan of this segment can come by.
    package func isIn(segment: Int, of totalSegments: Int) -> Bool {
        hash.segment(of: totalSegments) == segment
    }
}
