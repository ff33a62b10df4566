// How many items a table and its indexes have.

import ApusModel
import ApusStorage

/// How many items a table has, and each of its indexes, and how large they are.
package struct TableStatistics: Equatable, Sendable {
    package struct Figures: Equatable, Sendable {
        package var itemCount: Int
        /// By the service's measure.
        package var sizeBytes: Int

        package init(itemCount: Int = 0, sizeBytes: Int = 0) {
            self.itemCount = itemCount
            self.sizeBytes = sizeBytes
        }
    }

    package var table = Figures()
    /// By the id of the index.
    package var indexes: [UInt8: Figures] = [:]

    package init() {}
}

extension Database {
    /// How many items a table and its indexes have at this moment, exactly.
    package func statistics(of table: Table) throws(StorageError) -> TableStatistics {
        let snapshot = store.snapshot()
        var statistics = TableStatistics()
        statistics.table = try snapshot.figures(table.itemCountKey, table.sizeKey)
        for index in table.indexes {
            statistics.indexes[index.definition.id] = try snapshot.figures(index.itemCountKey, index.sizeKey)
        }
        return statistics
    }
}

extension Snapshot {
    fileprivate func figures(_ itemCount: [UInt8], _ size: [UInt8]) throws(StorageError) -> TableStatistics.Figures {
        TableStatistics.Figures(itemCount: Int(try counter(itemCount)), sizeBytes: Int(try counter(size)))
    }
}
