// Which items a page walks through.

import ApusExpressions
import ApusModel

/// A read of many items of one table, up to a limit.
package struct PageRequest: Sendable {
    /// Which part of the table.
    package enum Scope: Sendable {
        /// One segment of so many; segment 0 of 1 is the whole table.
        case segment(Int, of: Int)
        /// Items of one partition, in the order of their sort keys or against it.
        case partition(AttributeValue, SortKeyRange, isForward: Bool)
    }

    package let table: Table
    package let scope: Scope
    /// Where to go on: the page begins after this key, whether or not there is such an item.
    package let startKey: PrimaryKey?
    /// How many items to look at, at most.
    package let limit: Int?

    package init(table: Table, scope: Scope, startKey: PrimaryKey? = nil, limit: Int? = nil) {
        self.table = table
        self.scope = scope
        self.startKey = startKey
        self.limit = limit
    }
}

/// How a page ended.
package struct PageEnd: Sendable {
    /// How many items were looked at, and how large they are together.
    package var scannedCount = 0
    package var scannedBytes = 0
    /// The key of the last item, where the page ended at a limit; nil where nothing is left.
    package var lastKey: Item?
}
