// The figures of a store, as RocksDB keeps them.

import CRocksDB

extension StoreFigures {
    /// What RocksDB tells of itself; all zero once it is closed.
    init(of handle: RocksDBHandle) {
        let figures = try? handle.reading { () throws(StorageError) in StoreFigures(reading: handle.pointer) }
        self = figures ?? StoreFigures()
    }

    private init(reading pointer: OpaquePointer) {
        // RocksDB could estimate the number of keys, too, but not of files that were there before it was opened.
        tableFileBytes = Self.property("rocksdb.live-sst-files-size", of: pointer)
        liveFileBytes = Self.property("rocksdb.estimate-live-data-size", of: pointer)
        // Those count, too, that are in files already but that a reader still holds.
        memtableBytes = Self.property("rocksdb.size-all-mem-tables", of: pointer)
        blockCacheBytes = Self.property("rocksdb.block-cache-usage", of: pointer)
        pendingCompactionBytes = Self.property("rocksdb.estimate-pending-compaction-bytes", of: pointer)
    }

    /// Zero for a property that this version of RocksDB does not have.
    private static func property(_ name: String, of pointer: OpaquePointer) -> Int {
        var value: UInt64 = 0
        return rocksdb_property_int(pointer, name, &value) == 0 ? Int(clamping: value) : 0
    }
}
