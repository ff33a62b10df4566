// The store that apus runs on: RocksDB, in a directory or in memory.

import CRocksDB
import Synchronization

/// A store on RocksDB. What is in its directory is told in docs/formats/store.md.
package final class RocksDBStore: Store {
    private let handle: RocksDBHandle
    private let writer: RocksDBWriter
    private let committer: Committer

    /// Opens the store in a directory, or makes one where there is none. If that fails, the directory is
    /// as it was before.
    package convenience init(directory path: String, options: StoreOptions = StoreOptions()) throws(StorageError) {
        let directory = try StoreDirectory(opening: path)
        let handle = try Self.open(directory, cacheBytes: options.cacheBytes)
        self.init(handle, syncMode: options.syncMode, logs: true)
    }

    private init(_ handle: RocksDBHandle, syncMode: SyncMode, logs: Bool) {
        self.handle = handle
        writer = RocksDBWriter(handle, syncMode: syncMode, logs: logs)
        committer = Committer(target: writer, syncMode: syncMode)
    }

    /// A store that leaves nothing on the disk.
    package static func inMemory(cacheBytes: Int = 32 << 20) throws(StorageError) -> RocksDBStore {
        guard let environment = rocksdb_create_mem_env() else {
            throw .io(operation: "open a store in memory", detail: "no memory")
        }
        let options = RocksDBOptions(cacheBytes: cacheBytes, environment: environment)
        options.createIfMissing()
        let handle = try RocksDBHandle(in: environment, options: options)
        return RocksDBStore(handle, syncMode: .off, logs: false)
    }

    package func snapshot() -> any Snapshot {
        writer.published.withLock { $0 }
    }

    package func write(
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Void,
        completion: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        committer.submit(QueuedWrite(executor: executor, body: body, completion: completion))
    }

    package func observeCommits(_ observer: @escaping @Sendable () -> Void) {
        committer.observe(observer)
    }

    package func discard(_ range: KeyRange) throws(StorageError) {
        try writer.discard(range)
    }

    package func figures() -> StoreFigures {
        StoreFigures(of: handle)
    }

    package func close() throws(StorageError) {
        defer { writer.close() }
        guard try committer.close() else { return }
        try writer.finish()
    }

    private static func open(_ directory: StoreDirectory, cacheBytes: Int) throws(StorageError) -> RocksDBHandle {
        let options = RocksDBOptions(cacheBytes: cacheBytes, environment: nil)
        if directory.isNew {
            options.createIfMissing()
        } else {
            // RocksDB repairs while it opens, so what it would choke on must be found before.
            try LogInspection.inspectLogs(in: directory.path)
            do throws(StorageError) {
                try RocksDBHandle.probe(directory.path, options: options)
            } catch {
                throw TableFileInspection.locate(error, in: directory.path)
            }
        }
        let handle = try RocksDBHandle(opening: directory, options: options)
        try directory.markMade()
        return handle
    }
}
