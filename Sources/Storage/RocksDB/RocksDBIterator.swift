// A walk through a range of keys of RocksDB.

import CRocksDB

/// Stands on one entry of a range after another, in either direction.
struct RocksDBIterator: ~Copyable {
    private let pointer: OpaquePointer
    private let range: KeyRange
    private let direction: ScanDirection
    private let directory: String
    private let options: RocksDBReadOptions
    /// RocksDB keeps its own entries within the bounds, but not those of a batch.
    private let checksBounds: Bool

    /// Walks through a snapshot.
    init(
        _ handle: RocksDBHandle,
        snapshot: OpaquePointer,
        _ range: KeyRange,
        _ direction: ScanDirection,
        onlyMemory: Bool = false
    ) {
        options = RocksDBReadOptions(snapshot: snapshot, range: range, onlyMemory: onlyMemory)
        checksBounds = false
        pointer = rocksdb_create_iterator(handle.pointer, options.pointer)
        self.range = range
        self.direction = direction
        directory = handle.directory
    }

    /// Walks through the store as it will be once the batch is written.
    init(
        _ handle: RocksDBHandle,
        with batch: borrowing RocksDBBatch,
        _ range: KeyRange,
        _ direction: ScanDirection
    ) {
        options = RocksDBReadOptions(snapshot: nil, range: range)
        checksBounds = true
        let base = rocksdb_create_iterator(handle.pointer, options.pointer)
        // This takes over the base.
        pointer = rocksdb_writebatch_wi_create_iterator_with_base(batch.pointer, base)
        self.range = range
        self.direction = direction
        directory = handle.directory
    }

    deinit {
        rocksdb_iter_destroy(pointer)
    }

    /// Shows `body` the entries of the range until it says stop.
    func walk(
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        guard !range.isEmpty else { return }
        seek()
        while isWithinRange {
            guard try body(key, value) == .next else { return }
            move()
        }
        try throwFailure()
    }

    private var key: UnsafeRawBufferPointer {
        var count = 0
        let start = rocksdb_iter_key(pointer, &count)
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    private var value: UnsafeRawBufferPointer {
        var count = 0
        let start = rocksdb_iter_value(pointer, &count)
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    private var isWithinRange: Bool {
        guard rocksdb_iter_valid(pointer) != 0 else { return false }
        guard checksBounds else { return true }
        switch direction {
        case .forward: return range.upper.map { key.lexicographicallyPrecedes($0) } ?? true
        case .backward: return !key.lexicographicallyPrecedes(range.lower)
        }
    }

    private func seek() {
        switch direction {
        case .forward: range.lower.withCharacters { rocksdb_iter_seek(pointer, $0, range.lower.count) }
        case .backward: seekToLast()
        }
    }

    private func seekToLast() {
        guard let upper = range.upper else { return rocksdb_iter_seek_to_last(pointer) }
        upper.withCharacters { rocksdb_iter_seek_for_prev(pointer, $0, upper.count) }
        // The upper bound itself may be in a batch.
        if rocksdb_iter_valid(pointer) != 0, key.elementsEqual(upper) { rocksdb_iter_prev(pointer) }
    }

    private func move() {
        switch direction {
        case .forward: rocksdb_iter_next(pointer)
        case .backward: rocksdb_iter_prev(pointer)
        }
    }

    /// Throws if the walk ended because of a failure rather than the end of the keys.
    private func throwFailure() throws(StorageError) {
        var message: UnsafeMutablePointer<CChar>?
        rocksdb_iter_get_error(pointer, &message)
        guard let message else { return }
        let failure = RocksDBFailure(taking: message, directory: directory)
        throw failure.isNotCached ? .notCached : failure.error(during: "scan keys")
    }
}
