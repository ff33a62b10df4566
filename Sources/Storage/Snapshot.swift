// One state of a store, which later writes do not change.

/// One durable state of a store, for any number of threads. It keeps old versions from being cleared
/// away, so it is not held longer than a request needs.
package protocol Snapshot: Reading, Sendable {
    /// Hands a value to `body` only if that takes no access to the disk, so an event loop may ask.
    func withCachedValue(
        for key: [UInt8],
        _ body: (_ value: UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> CachedLookup

    /// Scans as `scan` does, but only as long as that takes no access to the disk.
    ///
    /// - Throws: `StorageError.notCached` as soon as it would; `body` may have been shown some entries by then.
    func scanCached(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError)
}

/// What memory alone could tell of a key.
package enum CachedLookup: Equatable, Sendable {
    case found
    case absent
    case notCached
}
