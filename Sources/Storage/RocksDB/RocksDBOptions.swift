// How RocksDB is set up for a store.

import CRocksDB

/// The options of an opening. They may go once the store is open.
struct RocksDBOptions: ~Copyable {
    /// Memory for writes not yet in files, as a part of the whole: an eighth to a memtable, and three of them.
    private static let memtableShare = 8
    private static let memtableCount = 3
    private static let leastMemtableBytes = 2 << 20
    private static let greatestMemtableBytes = 64 << 20
    private static let leastBlockCacheBytes = 1 << 20
    private static let maxOpenFiles: Int32 = 512
    // Blocks of 8 KiB halve the index of 4 KiB ones, and hold few enough neighbours of a lone item.
    private static let blockBytes = 8 << 10
    private static let bloomBitsPerKey = 10.0
    private static let tableFormatVersion: Int32 = 5
    private static let warnLevel: Int32 = 2

    let pointer: OpaquePointer

    /// `environment` is RocksDB's file system, nil for the machine's own.
    init(cacheBytes: Int, environment: OpaquePointer?) {
        pointer = rocksdb_options_create()
        let memtableBytes = min(
            max(cacheBytes / Self.memtableShare, Self.leastMemtableBytes),
            Self.greatestMemtableBytes
        )
        let blockCacheBytes = max(cacheBytes - memtableBytes * Self.memtableCount, Self.leastBlockCacheBytes)
        if let environment { rocksdb_options_set_env(pointer, environment) }
        setMemtables(bytes: memtableBytes)
        setTables(blockCacheBytes: blockCacheBytes)
        setRecovery()
        setBackgroundWork()
    }

    deinit {
        rocksdb_options_destroy(pointer)
    }

    func createIfMissing() {
        rocksdb_options_set_create_if_missing(pointer, 1)
    }

    private func setMemtables(bytes: Int) {
        rocksdb_options_set_write_buffer_size(pointer, bytes)
        rocksdb_options_set_max_write_buffer_number(pointer, Int32(Self.memtableCount))
        rocksdb_options_set_db_write_buffer_size(pointer, bytes * Self.memtableCount)
        // A log lives as long as its memtable, so this bounds how much a start after a crash replays.
        rocksdb_options_set_max_total_wal_size(pointer, UInt64(bytes * (Self.memtableCount + 1)))
        // There is one writer, so memtables need not be ready for several.
        rocksdb_options_set_allow_concurrent_memtable_write(pointer, 0)
        rocksdb_options_set_memtable_whole_key_filtering(pointer, 1)
        rocksdb_options_set_memtable_prefix_bloom_size_ratio(pointer, 0.02)
    }

    private func setTables(blockCacheBytes: Int) {
        guard let table = rocksdb_block_based_options_create(), let cache = rocksdb_cache_create_lru(blockCacheBytes)
        else { preconditionFailure("RocksDB found no memory for its options") }
        defer {
            rocksdb_cache_destroy(cache)
            rocksdb_block_based_options_destroy(table)
        }
        rocksdb_block_based_options_set_block_cache(table, cache)
        // Index and filter blocks count as cache, so that memory stays bounded however large the store is.
        rocksdb_block_based_options_set_cache_index_and_filter_blocks(table, 1)
        rocksdb_block_based_options_set_cache_index_and_filter_blocks_with_high_priority(table, 1)
        rocksdb_block_based_options_set_pin_l0_filter_and_index_blocks_in_cache(table, 1)
        rocksdb_block_based_options_set_block_size(table, Self.blockBytes)
        rocksdb_block_based_options_set_filter_policy(
            table,
            rocksdb_filterpolicy_create_bloom_full(Self.bloomBitsPerKey)
        )
        rocksdb_block_based_options_set_whole_key_filtering(table, 1)
        rocksdb_block_based_options_set_format_version(table, Self.tableFormatVersion)
        rocksdb_options_set_block_based_table_factory(pointer, table)
        rocksdb_options_set_compression(pointer, Int32(rocksdb_lz4_compression))
        rocksdb_options_set_level_compaction_dynamic_level_bytes(pointer, 1)
    }

    private func setRecovery() {
        rocksdb_options_set_paranoid_checks(pointer, 1)
        // LogInspection has already refused logs whose damage is more than a torn tail.
        rocksdb_options_set_wal_recovery_mode(pointer, Int32(rocksdb_point_in_time_recovery))
    }

    private func setBackgroundWork() {
        rocksdb_options_set_max_background_jobs(pointer, 2)
        rocksdb_options_set_max_open_files(pointer, Self.maxOpenFiles)
        // Files are synced as they grow, so a compaction does not hold up the sync of a commit at its end.
        rocksdb_options_set_bytes_per_sync(pointer, 1 << 20)
        rocksdb_options_set_avoid_unnecessary_blocking_io(pointer, 1)
        rocksdb_options_set_skip_stats_update_on_db_open(pointer, 1)
        rocksdb_options_set_stats_dump_period_sec(pointer, 0)
        rocksdb_options_set_stats_persist_period_sec(pointer, 0)
        rocksdb_options_set_info_log_level(pointer, Self.warnLevel)
        rocksdb_options_set_keep_log_file_num(pointer, 3)
        rocksdb_options_set_max_log_file_size(pointer, 1 << 20)
    }
}
