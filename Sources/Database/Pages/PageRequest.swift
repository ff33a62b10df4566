// Which items a page walks through.

import ApusExpressions
import ApusModel
import ApusThroughput

/// A read of many items of one table, or of one of its indexes, up to a limit.
package struct PageRequest: Sendable {
    /// Which part of the table or the index.
    package enum Scope: Sendable {
        /// One segment of so many; segment 0 of 1 is all of it.
        case segment(Int, of: Int)
        /// Items of one partition, in the order of their sort keys or against it.
        case partition(KeySelection, isForward: Bool)
    }

    package let table: Table
    /// The index to read; nil for the table itself.
    package let index: Index?
    package let scope: Scope
    /// Where to go on: the page begins after this position.
    package let start: PagePosition?
    /// How many items to look at, at most.
    package let limit: Int?
    /// How large the items may be together before the page ends.
    package let limitBytes: Int
    /// Whether the items themselves are wanted, of which the index holds a part only.
    package let fetchesItems: Bool
    /// Whether the newest state is to be read.
    package let isConsistent: Bool
    /// How old the state may be that an eventually consistent page sees; nil for what the database does anyway.
    package let staleness: Duration?
    /// How much is done with each item, as the number of values that it is compared with.
    package let workPerItem: Int

    package init(
        table: Table,
        index: Index? = nil,
        scope: Scope,
        start: PagePosition? = nil,
        limit: Int? = nil,
        limitBytes: Int = Limits.pageBytes,
        fetchesItems: Bool = false,
        isConsistent: Bool = false,
        staleness: Duration? = nil,
        workPerItem: Int = 1
    ) {
        self.table = table
        self.index = index
        self.scope = scope
        self.start = start
        self.limit = limit
        self.limitBytes = limitBytes
        self.fetchesItems = fetchesItems
        self.isConsistent = isConsistent
        self.staleness = staleness
        self.workPerItem = workPerItem
    }
}

/// How a page ended.
package struct PageEnd: Sendable {
    /// How many items or entries were looked at, and how large they are together.
    package var scannedCount = 0
    package var scannedBytes = 0
    /// How many items were fetched besides their entries, and how many read blocks they take, each by itself.
    package var fetchedCount = 0
    package var fetchedBlocks = 0
    /// The size of what was fetched, in bytes.
    var fetchedBytes = 0
    /// What the page took of the table, and of the index where one was read.
    package internal(set) var consumed = ConsumedUnits()
    /// The keys of the last item, where the page ended at a limit; nil where nothing is left.
    package var lastKey: Item?

    /// What counts towards the limit of a page, in bytes.
    package var readBytes: Int { scannedBytes + fetchedBytes }
}
