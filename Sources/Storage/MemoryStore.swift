// The model of a store: a sorted array, simple enough to be obviously right.

import Synchronization

/// A store in memory, for tests. A write costs as much as the store is large.
package final class MemoryStore: Store {
    private let target: MemoryTarget
    private let committer: Committer

    package init() {
        target = MemoryTarget()
        committer = Committer(target: target, syncMode: .off)
    }

    package func snapshot() -> any Snapshot {
        MemorySnapshot(map: target.published.withLock { $0 }, target: target)
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
        do {
            try writeAndWait { transaction in
                var keys: [[UInt8]] = []
                try transaction.scan(range, .forward) { key, _ in
                    keys.append([UInt8](key))
                    return .next
                }
                for key in keys { transaction.delete(key) }
            }
        } catch {
            throw error as? StorageError ?? .closed
        }
    }

    package func figures() -> StoreFigures {
        var figures = StoreFigures()
        guard !target.isClosed.load(ordering: .acquiring) else { return figures }
        let entries = target.published.withLock { $0.entries }
        figures.memtableBytes = entries.reduce(0) { $0 + $1.key.count + $1.value.count }
        return figures
    }

    package func close() throws(StorageError) {
        _ = try committer.close()
        target.isClosed.store(true, ordering: .releasing)
    }
}

/// Entries in the order of their keys.
struct MemoryMap: Sendable {
    private(set) var entries: [(key: [UInt8], value: [UInt8])] = []

    subscript(key: [UInt8]) -> [UInt8]? {
        get {
            let position = position(of: key)
            return holds(key, at: position) ? entries[position].value : nil
        }
        set {
            let position = position(of: key)
            let range = position..<(holds(key, at: position) ? position + 1 : position)
            entries.replaceSubrange(range, with: newValue.map { [(key, $0)] } ?? [])
        }
    }

    /// The position of the first entry whose key is not less than the given one.
    private func position(of key: [UInt8]) -> Int {
        var range = entries.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if entries[middle].key.lexicographicallyPrecedes(key) {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }

    private func holds(_ key: [UInt8], at position: Int) -> Bool {
        position < entries.count && entries[position].key == key
    }
}

/// What a snapshot and a transaction of the model read from.
private protocol MemoryReading: Reading {
    var map: MemoryMap { get }
    func checkOpen() throws(StorageError)
}

extension MemoryReading {
    func withValue(
        for key: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool {
        try checkOpen()
        guard let value = map[key] else { return false }
        try value.withUnsafeBufferPointer { value throws(StorageError) in try body(UnsafeRawBufferPointer(value)) }
        return true
    }

    func withValues(
        for keys: [[UInt8]],
        _ body: (Int, UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError) {
        for (position, key) in keys.enumerated() {
            let isThere = try withValue(for: key) { value throws(StorageError) in try body(position, value) }
            if !isThere { try body(position, nil) }
        }
    }

    func scan(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        try checkOpen()
        let entries = map.entries.filter { range.contains($0.key) }
        for (key, value) in direction == .forward ? entries : entries.reversed() {
            let step = try key.withUnsafeBufferPointer { key throws(StorageError) in
                try value.withUnsafeBufferPointer { value throws(StorageError) in
                    try body(UnsafeRawBufferPointer(key), UnsafeRawBufferPointer(value))
                }
            }
            if step == .stop { return }
        }
    }
}

private struct MemorySnapshot: Snapshot, MemoryReading {
    let map: MemoryMap
    let target: MemoryTarget

    func checkOpen() throws(StorageError) {
        if target.isClosed.load(ordering: .acquiring) { throw .closed }
    }

    func withCachedValue(
        for key: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> CachedLookup {
        try withValue(for: key, body) ? .found : .absent
    }

    func scanCached(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        try scan(range, direction, body)
    }
}

private final class MemoryTransaction: WriteTransaction, MemoryReading {
    fileprivate(set) var map = MemoryMap()

    func checkOpen() {}

    func put(_ value: [UInt8], for key: [UInt8]) {
        map[key] = value
    }

    func delete(_ key: [UInt8]) {
        map[key] = nil
    }

    func add(_ amount: Int64, toCounter key: [UInt8]) {
        guard let sum = try? counter(key) else { return }
        map[key] = CounterValue.bytes(of: sum &+ amount)
    }
}

/// Keeps the map before a body, to go back to it.
// Unchecked: all but what is published is used on the writer thread alone.
private final class MemoryTarget: CommitTarget, @unchecked Sendable {
    let published = Mutex(MemoryMap())
    let isClosed = Atomic<Bool>(false)
    private let transaction = MemoryTransaction()

    let groupBytes = 0

    func run(_ body: (any WriteTransaction) throws -> Void) throws {
        let mapBefore = transaction.map
        do {
            try body(transaction)
        } catch {
            transaction.map = mapBefore
            throw error
        }
    }

    func commitGroup() {
        published.withLock { $0 = transaction.map }
    }

    func sync() {}
}
