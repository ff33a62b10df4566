// RocksDB as a yardstick uses it: with the compression, filter and cache of apus, and nothing of apus above it.

import CRocksDB

enum BenchmarkError: Error {
    case store(String)
    case missingValues
}

/// An open RocksDB database; it is closed with the last reference.
final class BenchmarkStore {
    private let database: OpaquePointer
    private let options: OpaquePointer
    private let cache: OpaquePointer
    private let readOptions = rocksdb_readoptions_create()!

    init(path: String, cacheBytes: Int) throws {
        cache = rocksdb_cache_create_lru(cacheBytes)
        options = rocksdb_options_create()
        rocksdb_options_set_create_if_missing(options, 1)
        rocksdb_options_set_compression(options, Int32(rocksdb_lz4_compression))
        let table = rocksdb_block_based_options_create()!
        defer { rocksdb_block_based_options_destroy(table) }
        rocksdb_block_based_options_set_block_cache(table, cache)
        rocksdb_block_based_options_set_filter_policy(table, rocksdb_filterpolicy_create_bloom_full(10))
        rocksdb_options_set_block_based_table_factory(options, table)
        let options = options
        database = try checked { rocksdb_open(options, path, $0) }!
    }

    deinit {
        rocksdb_close(database)
        rocksdb_readoptions_destroy(readOptions)
        rocksdb_options_destroy(options)
        rocksdb_cache_destroy(cache)
    }

    /// Writes all pairs in one batch; a synced batch is durable when this returns.
    func write(_ pairs: [(key: [UInt8], value: [UInt8])], synced: Bool) throws {
        let batch = rocksdb_writebatch_create()!
        defer { rocksdb_writebatch_destroy(batch) }
        for (key, value) in pairs {
            key.withChars { key in
                value.withChars { value in
                    rocksdb_writebatch_put(batch, key.baseAddress, key.count, value.baseAddress, value.count)
                }
            }
        }
        let writeOptions = rocksdb_writeoptions_create()!
        defer { rocksdb_writeoptions_destroy(writeOptions) }
        rocksdb_writeoptions_set_sync(writeOptions, synced ? 1 : 0)
        try checked { rocksdb_write(database, writeOptions, batch, $0) }
    }

    /// Reads all keys at once and says how many bytes their values have together.
    func multiGet(_ keys: [[UInt8]]) throws -> Int {
        let lengths = keys.map(\.count)
        let joined = Array(keys.joined())
        var values = [UnsafeMutablePointer<CChar>?](repeating: nil, count: keys.count)
        var valueLengths = [Int](repeating: 0, count: keys.count)
        var errors = [UnsafeMutablePointer<CChar>?](repeating: nil, count: keys.count)
        joined.withChars { bytes in
            var offset = 0
            let pointers = lengths.map { length -> UnsafePointer<CChar>? in
                defer { offset += length }
                return bytes.baseAddress! + offset
            }
            rocksdb_multi_get(
                database,
                readOptions,
                keys.count,
                pointers,
                lengths,
                &values,
                &valueLengths,
                &errors
            )
        }
        for value in values { rocksdb_free(value) }
        if let message = errors.lazy.compactMap({ $0 }).first { throw BenchmarkError.store(String(cString: message)) }
        return valueLengths.reduce(0, +)
    }

    /// Brings everything written so far to its final place on disk.
    func compact() throws {
        let flushOptions = rocksdb_flushoptions_create()!
        defer { rocksdb_flushoptions_destroy(flushOptions) }
        try checked { rocksdb_flush(database, flushOptions, $0) }
        rocksdb_compact_range(database, nil, 0, nil, 0)
    }
}

/// Runs a call of RocksDB's C API and throws the message that it leaves.
@discardableResult
private func checked<Result>(
    _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) throws -> Result {
    var message: UnsafeMutablePointer<CChar>?
    let result = call(&message)
    guard let message else { return result }
    defer { rocksdb_free(message) }
    throw BenchmarkError.store(String(cString: message))
}

extension [UInt8] {
    fileprivate func withChars(_ body: (UnsafeBufferPointer<CChar>) -> Void) {
        withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self)) }
    }
}
