// The transactions of one group, against RocksDB and the batch so far.

/// One object serves all bodies of all groups, one after another, on the writer thread.
final class RocksDBTransaction: WriteTransaction {
    private let handle: RocksDBHandle
    private let batch = RocksDBBatch()
    // Without a snapshot: the writer sees what is written but not yet shown to readers.
    private let options = RocksDBReadOptions()
    private var counters = PendingCounters()
    private var hasSavepoint = false

    init(_ handle: RocksDBHandle) {
        self.handle = handle
    }

    // MARK: Writes

    func put(_ value: [UInt8], for key: [UInt8]) {
        counters.reset(key)
        setSavepoint()
        batch.put(value, for: key)
    }

    func delete(_ key: [UInt8]) {
        counters.reset(key)
        setSavepoint()
        batch.delete(key)
    }

    func add(_ amount: Int64, toCounter key: [UInt8]) {
        counters.add(amount, to: key)
    }

    // MARK: Reads

    func withValue(
        for key: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool {
        try settleCounter(key)
        return try withWrittenValue(for: key, body)
    }

    func withValues(
        for keys: [[UInt8]],
        _ body: (Int, UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError) {
        for key in keys { try settleCounter(key) }
        if batch.isEmpty { return try handle.withValues(for: keys, options, body) }
        for (position, key) in keys.enumerated() {
            let isThere = try withWrittenValue(for: key) { value throws(StorageError) in try body(position, value) }
            if !isThere { try body(position, nil) }
        }
    }

    func scan(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        if !counters.isEmpty {
            for key in counters.keys where range.contains(key) { try settleCounter(key) }
        }
        let iterator = RocksDBIterator(handle, with: batch, range, direction)
        try iterator.walk(body)
    }

    func counter(_ key: [UInt8]) throws(StorageError) -> Int64 {
        try writtenCounter(key) &+ (counters.amount(for: key) ?? 0)
    }

    /// Turns the pending amount of a counter into a write, so that any read of its key sees it.
    private func settleCounter(_ key: [UInt8]) throws(StorageError) {
        guard counters.amount(for: key) != nil else { return }
        put(CounterValue.bytes(of: try counter(key)), for: key)
    }

    private func writtenCounter(_ key: [UInt8]) throws(StorageError) -> Int64 {
        var sum: Int64 = 0
        _ = try withWrittenValue(for: key) { value throws(StorageError) in
            sum = try CounterValue.sum(in: value, at: key)
        }
        return sum
    }

    private func withWrittenValue(
        for key: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool {
        // Only a batch with something in it is worth the copy that reading through it takes.
        if batch.isEmpty { return try handle.withValue(for: key, options, body) }
        return try batch.withValue(for: key, over: handle, options, body)
    }
}

// MARK: - Bodies and groups

extension RocksDBTransaction {
    var byteCount: Int { batch.byteCount }

    /// Runs one body. If it throws, nothing that it wrote remains.
    func run(_ body: (any WriteTransaction) throws -> Void) throws {
        hasSavepoint = false
        do {
            try body(self)
        } catch {
            counters.dropBody()
            if hasSavepoint { batch.rollBack() }
            throw error
        }
        counters.keepBody()
    }

    /// Writes the group, if it has written anything, and makes ready for the next. Answers whether it had.
    func writeGroup(_ writeOptions: borrowing RocksDBWriteOptions) throws(StorageError) -> Bool {
        defer { batch.clear() }
        for (key, amount) in counters.takeGroup() {
            batch.put(CounterValue.bytes(of: try writtenCounter(key) &+ amount), for: key)
        }
        guard !batch.isEmpty else { return false }
        try batch.write(to: handle, writeOptions)
        return true
    }

    /// A rollback costs as much as the whole group so far, and most bodies that throw have not written yet:
    /// so there is a savepoint only from the first write on.
    private func setSavepoint() {
        guard !hasSavepoint else { return }
        hasSavepoint = true
        batch.setSavepoint()
    }
}
