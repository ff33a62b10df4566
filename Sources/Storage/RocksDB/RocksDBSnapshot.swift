// A snapshot of a RocksDB store.

/// Releases its hold on old versions when the last reader lets go of it.
// Unchecked: its options are written once, before anyone else can see it.
final class RocksDBSnapshot: Snapshot, @unchecked Sendable {
    private let handle: RocksDBHandle
    private let pointer: OpaquePointer
    private let options: RocksDBReadOptions
    private let memoryOptions: RocksDBReadOptions

    init(of handle: RocksDBHandle) {
        self.handle = handle
        pointer = handle.makeSnapshot()
        options = RocksDBReadOptions(snapshot: pointer)
        memoryOptions = RocksDBReadOptions(snapshot: pointer, onlyMemory: true)
    }

    deinit {
        handle.release(pointer)
    }

    func withValue(
        for key: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool {
        try handle.reading { () throws(StorageError) in try handle.withValue(for: key, options, body) }
    }

    func withCachedValue(
        for key: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> CachedLookup {
        try handle.reading { () throws(StorageError) in
            try handle.withCachedValue(for: key, memoryOptions, body)
        }
    }

    func withValues(
        for keys: [[UInt8]],
        _ body: (Int, UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError) {
        try handle.reading { () throws(StorageError) in try handle.withValues(for: keys, options, body) }
    }

    func scan(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        try handle.reading { () throws(StorageError) in
            let iterator = RocksDBIterator(handle, snapshot: pointer, range, direction)
            try iterator.walk(body)
        }
    }

    func scanCached(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        try handle.reading { () throws(StorageError) in
            let iterator = RocksDBIterator(handle, snapshot: pointer, range, direction, onlyMemory: true)
            try iterator.walk(body)
        }
    }
}
