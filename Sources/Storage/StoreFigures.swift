// How large a store is, by what it knows of itself without counting.

/// How much a store holds at a moment, and how much memory that takes. The figures cost little to ask for, and some are
/// estimates.
package struct StoreFigures: Equatable, Sendable {
    /// The files that the newest state is made of.
    package var tableFileBytes = 0
    /// What of these files has not been written over or deleted; an estimate.
    package var liveFileBytes = 0
    /// The memory for what is not in table files yet.
    package var memtableBytes = 0
    /// The memory for what was read from table files.
    package var blockCacheBytes = 0
    /// How much is left to be sorted into fewer files; an estimate.
    package var pendingCompactionBytes = 0

    package init() {}
}
