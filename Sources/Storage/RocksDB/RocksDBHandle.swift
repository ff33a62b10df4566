// An open RocksDB, its reads and its snapshots.

import CRocksDB
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Owns an open RocksDB. Reads pass its gate, so that closing waits for those under way and refuses later ones.
// Unchecked: RocksDB allows calls from any thread, and the gate keeps them off a closed one.
final class RocksDBHandle: @unchecked Sendable {
    private static let closedMark = 1 << 40

    let pointer: OpaquePointer
    let directory: String
    private let columnFamily: OpaquePointer
    private let environment: OpaquePointer?
    private let lock: StoreDirectory?
    private let isClosing = Atomic<Bool>(false)
    private let gate = Atomic<Int>(0)
    /// The addresses of the snapshots not yet released.
    private let snapshots = Mutex<Set<Int>>([])

    /// Opens the store in a directory, which it keeps locked until it closes.
    convenience init(opening directory: StoreDirectory, options: borrowing RocksDBOptions) throws(StorageError) {
        let opened = try Self.open(directory.path, options)
        self.init(opened, directory: directory.path, environment: nil, lock: directory)
    }

    /// Opens a store in an environment of RocksDB's and takes that over.
    convenience init(in environment: OpaquePointer, options: borrowing RocksDBOptions) throws(StorageError) {
        let directory = "/apus"
        do throws(StorageError) {
            let opened = try Self.open(directory, options)
            self.init(opened, directory: directory, environment: environment, lock: nil)
        } catch {
            rocksdb_env_destroy(environment)
            throw error
        }
    }

    private init(
        _ opened: (database: OpaquePointer, columnFamily: OpaquePointer),
        directory: String,
        environment: OpaquePointer?,
        lock: StoreDirectory?
    ) {
        (pointer, columnFamily) = opened
        self.directory = directory
        self.environment = environment
        self.lock = lock
    }

    deinit {
        close()
    }

    private static func open(
        _ directory: String,
        _ options: borrowing RocksDBOptions
    ) throws(StorageError) -> (OpaquePointer, OpaquePointer) {
        let optionsPointer: OpaquePointer? = options.pointer
        var columnFamily: OpaquePointer?
        let database = try checked("open the store", in: directory) { message in
            "default".withCString { name in
                rocksdb_open_column_families(
                    optionsPointer,
                    directory,
                    1,
                    [name],
                    [optionsPointer],
                    &columnFamily,
                    message
                )
            }
        }
        guard let database, let columnFamily else { preconditionFailure("RocksDB failed without a reason") }
        return (database, columnFamily)
    }

    /// Opens RocksDB for reading only, which replays its logs and writes nothing, and closes it again.
    static func probe(_ directory: String, options: borrowing RocksDBOptions) throws(StorageError) {
        let pointer = try checked("read the store", in: directory) { message in
            rocksdb_open_for_read_only(options.pointer, directory, 0, message)
        }
        rocksdb_close(pointer)
    }

    /// Waits for reads under way and closes RocksDB. Does nothing if it is closed.
    func close() {
        guard !isClosing.exchange(true, ordering: .acquiringAndReleasing) else { return }
        gate.wrappingAdd(Self.closedMark, ordering: .acquiringAndReleasing)
        while gate.load(ordering: .acquiring) != Self.closedMark { usleep(200) }
        snapshots.withLock { snapshots in
            for address in snapshots { rocksdb_release_snapshot(pointer, OpaquePointer(bitPattern: address)) }
            snapshots.removeAll()
        }
        rocksdb_column_family_handle_destroy(columnFamily)
        rocksdb_close(pointer)
        if let environment { rocksdb_env_destroy(environment) }
        lock?.unlock()
    }

    /// Runs a read with the assurance that RocksDB stays open.
    func reading<Answer>(_ read: () throws(StorageError) -> Answer) throws(StorageError) -> Answer {
        let gateBefore = gate.wrappingAdd(1, ordering: .acquiring).oldValue
        defer { gate.wrappingSubtract(1, ordering: .releasing) }
        guard gateBefore < Self.closedMark else { throw .closed }
        return try read()
    }

    func makeSnapshot() -> OpaquePointer {
        guard let snapshot = rocksdb_create_snapshot(pointer) else {
            preconditionFailure("RocksDB made no snapshot")
        }
        let address = Int(bitPattern: snapshot)
        snapshots.withLock { _ = $0.insert(address) }
        return snapshot
    }

    func release(_ snapshot: OpaquePointer) {
        let address = Int(bitPattern: snapshot)
        snapshots.withLock { snapshots in
            // After closing there is nothing left to release.
            guard snapshots.remove(address) != nil else { return }
            rocksdb_release_snapshot(pointer, OpaquePointer(bitPattern: address))
        }
    }
}

// MARK: - Reads

extension RocksDBHandle {
    /// Hands the value of a key to `body` without a copy.
    func withValue(
        for key: [UInt8],
        _ options: borrowing RocksDBReadOptions,
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool {
        let optionsPointer = options.pointer
        let slice = try checked("read a key", in: directory) { message in
            key.withCharacters { rocksdb_get_pinned(pointer, optionsPointer, $0, key.count, message) }
        }
        guard let slice else { return false }
        defer { rocksdb_pinnableslice_destroy(slice) }
        try body(bytes(of: slice))
        return true
    }

    /// The same for a read that stays in memory.
    func withCachedValue(
        for key: [UInt8],
        _ options: borrowing RocksDBReadOptions,
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> CachedLookup {
        let optionsPointer = options.pointer
        var message: UnsafeMutablePointer<CChar>?
        let slice = key.withCharacters {
            rocksdb_get_pinned(pointer, optionsPointer, $0, key.count, &message)
        }
        if let message {
            let failure = RocksDBFailure(taking: message, directory: directory)
            guard failure.isNotCached else { throw failure.error(during: "read a key") }
            return .notCached
        }
        guard let slice else { return .absent }
        defer { rocksdb_pinnableslice_destroy(slice) }
        try body(bytes(of: slice))
        return .found
    }

    /// Looks up many keys at once, which reads each block but once.
    func withValues(
        for keys: [[UInt8]],
        _ options: borrowing RocksDBReadOptions,
        _ body: (Int, UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError) {
        guard !keys.isEmpty else { return }
        var slices = [OpaquePointer?](repeating: nil, count: keys.count)
        var messages = [UnsafeMutablePointer<CChar>?](repeating: nil, count: keys.count)
        defer {
            for case let slice? in slices { rocksdb_pinnableslice_destroy(slice) }
        }
        lookUp(keys, options.pointer, into: &slices, &messages)
        try throwFirst(of: messages)
        for position in keys.indices {
            try body(position, slices[position].map(bytes(of:)))
        }
    }

    private func lookUp(
        _ keys: [[UInt8]],
        _ options: OpaquePointer,
        into slices: inout [OpaquePointer?],
        _ messages: inout [UnsafeMutablePointer<CChar>?]
    ) {
        let lengths = keys.map(\.count)
        var joined: [UInt8] = []
        joined.reserveCapacity(lengths.reduce(0, +))
        for key in keys { joined += key }
        joined.withCharacters { start in
            var offset = 0
            let starts = lengths.map { length -> UnsafePointer<CChar>? in
                defer { offset += length }
                return start + offset
            }
            rocksdb_batched_multi_get_cf(
                pointer,
                options,
                columnFamily,
                keys.count,
                starts,
                lengths,
                &slices,
                &messages,
                false
            )
        }
    }

    private func throwFirst(of messages: [UnsafeMutablePointer<CChar>?]) throws(StorageError) {
        let failures = messages.compactMap { message in
            message.map { RocksDBFailure(taking: $0, directory: directory) }
        }
        if let first = failures.first { throw first.error(during: "read keys") }
    }

    private func bytes(of slice: OpaquePointer) -> UnsafeRawBufferPointer {
        var count = 0
        let start = rocksdb_pinnableslice_value(slice, &count)
        return UnsafeRawBufferPointer(start: start, count: count)
    }
}
