// How a write batch is written.

import CRocksDB

/// The options of writes.
struct RocksDBWriteOptions: ~Copyable {
    let pointer: OpaquePointer

    init(syncs: Bool, logs: Bool) {
        pointer = rocksdb_writeoptions_create()
        rocksdb_writeoptions_set_sync(pointer, syncs ? 1 : 0)
        rocksdb_writeoptions_disable_WAL(pointer, logs ? 0 : 1)
    }

    deinit {
        rocksdb_writeoptions_destroy(pointer)
    }
}
