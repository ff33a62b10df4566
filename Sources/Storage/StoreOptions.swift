// What may be chosen about a store.

/// The settings of a store. None of them changes what is on the disk; all may differ at the next opening.
package struct StoreOptions: Equatable, Sendable {
    package var syncMode: SyncMode
    /// The memory for blocks read from the disk and for writes not yet sorted into files.
    package var cacheBytes: Int

    package init(syncMode: SyncMode = .commit, cacheBytes: Int = 256 << 20) {
        self.syncMode = syncMode
        self.cacheBytes = cacheBytes
    }
}
