// What a read of RocksDB sees.

import CRocksDB

/// The options of reads. An iterator needs them for as long as it lives.
struct RocksDBReadOptions: ~Copyable {
    private static let blockCacheTier: Int32 = 1
    /// How many deleted entries a scan that is to be brief passes over before it gives up.
    private static let briefSkips: UInt64 = 1_000

    let pointer: OpaquePointer
    // RocksDB keeps no copy of the bounds.
    private let bounds: UnsafeMutableBufferPointer<UInt8>?

    /// Reads from the newest state, or from a snapshot, which must outlive the options.
    init(snapshot: OpaquePointer? = nil, onlyMemory: Bool = false) {
        pointer = rocksdb_readoptions_create()
        bounds = nil
        if let snapshot { rocksdb_readoptions_set_snapshot(pointer, snapshot) }
        if onlyMemory { rocksdb_readoptions_set_read_tier(pointer, Self.blockCacheTier) }
    }

    /// For a walk that stays within a range.
    init(snapshot: OpaquePointer?, range: KeyRange, onlyMemory: Bool = false) {
        pointer = rocksdb_readoptions_create()
        if let snapshot { rocksdb_readoptions_set_snapshot(pointer, snapshot) }
        if onlyMemory {
            rocksdb_readoptions_set_read_tier(pointer, Self.blockCacheTier)
            rocksdb_readoptions_set_max_skippable_internal_keys(pointer, Self.briefSkips)
        }
        let bytes = range.lower + (range.upper ?? [])
        let bounds = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count + 1)
        _ = bounds.initialize(from: bytes)
        self.bounds = bounds
        let start = UnsafeRawPointer(bounds.baseAddress!).assumingMemoryBound(to: CChar.self)
        rocksdb_readoptions_set_iterate_lower_bound(pointer, start, range.lower.count)
        if let upper = range.upper {
            rocksdb_readoptions_set_iterate_upper_bound(pointer, start + range.lower.count, upper.count)
        }
    }

    deinit {
        rocksdb_readoptions_destroy(pointer)
        bounds?.deallocate()
    }
}
