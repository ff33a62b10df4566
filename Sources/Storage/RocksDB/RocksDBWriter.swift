// The writing side of a RocksDB store.

import CRocksDB
import Synchronization

/// Writes each group as one batch, and publishes a snapshot once it is durable.
// Unchecked: all but the published snapshot is used on the writer thread alone.
final class RocksDBWriter: CommitTarget, @unchecked Sendable {
    let published: Mutex<RocksDBSnapshot>

    private let handle: RocksDBHandle
    private let transaction: RocksDBTransaction
    private let writeOptions: RocksDBWriteOptions
    private let logs: Bool

    init(_ handle: RocksDBHandle, syncMode: SyncMode, logs: Bool) {
        self.handle = handle
        self.logs = logs
        transaction = RocksDBTransaction(handle)
        writeOptions = RocksDBWriteOptions(syncs: syncMode == .commit, logs: logs)
        published = Mutex(RocksDBSnapshot(of: handle))
    }

    var groupBytes: Int { transaction.byteCount }

    func run(_ body: (any WriteTransaction) throws -> Void) throws {
        try transaction.run(body)
    }

    func commitGroup() throws(StorageError) {
        guard try transaction.writeGroup(writeOptions) else { return }
        let snapshot = RocksDBSnapshot(of: handle)
        // The old one goes outside of the lock: its release takes a lock of RocksDB's.
        let old = published.withLock { current in
            defer { current = snapshot }
            return current
        }
        withExtendedLifetime(old) {}
    }

    func sync() throws(StorageError) {
        try checked("sync the log", in: handle.directory) { rocksdb_flush_wal(handle.pointer, 1, $0) }
    }

    /// Writes one mark that covers a whole range; RocksDB clears what is below it when it next sorts its files.
    func discard(_ range: KeyRange) throws(StorageError) {
        guard let upper = range.upper, let batch = rocksdb_writebatch_create() else { return }
        defer { rocksdb_writebatch_destroy(batch) }
        range.lower.withCharacters { lowerStart in
            upper.withCharacters { upperStart in
                rocksdb_writebatch_delete_range(batch, lowerStart, range.lower.count, upperStart, upper.count)
            }
        }
        let options = RocksDBWriteOptions(syncs: false, logs: logs)
        try handle.reading { () throws(StorageError) in
            let optionsPointer = options.pointer
            try checked("discard a range", in: handle.directory) { message in
                rocksdb_write(handle.pointer, optionsPointer, batch, message)
            }
        }
    }

    /// Syncs all that was written and sorts it into files, so that the next opening need not replay a log.
    func finish() throws(StorageError) {
        guard logs else { return }
        try sync()
        guard let options = rocksdb_flushoptions_create() else { return }
        defer { rocksdb_flushoptions_destroy(options) }
        try checked("write the newest data into files", in: handle.directory) {
            rocksdb_flush(handle.pointer, options, $0)
        }
    }

    /// Lets go of the files. Snapshots still held refuse to read from now on.
    func close() {
        handle.close()
    }
}
