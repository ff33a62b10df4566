// A write batch that can be read before it is written.

import CRocksDB

/// The writes of a group, in order, with an index by key laid over the store.
struct RocksDBBatch: ~Copyable {
    let pointer: OpaquePointer

    init() {
        pointer = rocksdb_writebatch_wi_create(0, 1)
    }

    deinit {
        rocksdb_writebatch_wi_destroy(pointer)
    }

    var isEmpty: Bool { rocksdb_writebatch_wi_count(pointer) == 0 }

    var byteCount: Int {
        var count = 0
        _ = rocksdb_writebatch_wi_data(pointer, &count)
        return count
    }

    func put(_ value: [UInt8], for key: [UInt8]) {
        key.withCharacters { keyStart in
            value.withCharacters { valueStart in
                rocksdb_writebatch_wi_put(pointer, keyStart, key.count, valueStart, value.count)
            }
        }
    }

    func delete(_ key: [UInt8]) {
        key.withCharacters { rocksdb_writebatch_wi_delete(pointer, $0, key.count) }
    }

    /// Hands the value that a key has once the batch is written to `body`. False if it has none.
    func withValue(
        for key: [UInt8],
        over handle: RocksDBHandle,
        _ options: borrowing RocksDBReadOptions,
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool {
        let (batch, options) = (pointer, options.pointer)
        var count = 0
        let copy = try checked("read a key", in: handle.directory) { message in
            key.withCharacters {
                rocksdb_writebatch_wi_get_from_batch_and_db(
                    batch,
                    handle.pointer,
                    options,
                    $0,
                    key.count,
                    &count,
                    message
                )
            }
        }
        guard let copy else { return false }
        defer { rocksdb_free(copy) }
        try body(UnsafeRawBufferPointer(start: copy, count: count))
        return true
    }

    func setSavepoint() {
        rocksdb_writebatch_wi_set_save_point(pointer)
    }

    /// Takes back what was written since the last savepoint, and removes the savepoint.
    func rollBack() {
        var message: UnsafeMutablePointer<CChar>?
        rocksdb_writebatch_wi_rollback_to_save_point(pointer, &message)
        precondition(message == nil, "a rollback had no savepoint")
    }

    func write(to handle: RocksDBHandle, _ options: borrowing RocksDBWriteOptions) throws(StorageError) {
        let (batch, options) = (pointer, options.pointer)
        try checked("write to the log", in: handle.directory) { message in
            rocksdb_write_writebatch_wi(handle.pointer, options, batch, message)
        }
    }

    func clear() {
        rocksdb_writebatch_wi_clear(pointer)
    }
}
