// Walks through the items of a page.

import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput

extension Database {
    /// Shows the rows of a page to `body`, one after another, all from one state of the store.
    ///
    /// A small page of one partition that is in memory is read at once. Any other is read on a worker thread, where
    /// `body` may have to begin again.
    package func readPage<Answer: Sendable>(
        _ request: PageRequest,
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (PageRows) throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let snapshot = snapshot(isConsistent: request.isConsistent, staleness: request.staleness)
        if case .partition = request.scope {
            let result = Result {
                try body(PageRows(request: request, snapshot: snapshot, clock: clock, isBrief: true))
            }
            if case .failure(StorageError.notCached) = result {} else { return completion(result) }
        }
        workers.run(answeringOn: executor) { [clock] in
            try body(PageRows(request: request, snapshot: snapshot, clock: clock, isBrief: false))
        } completion: {
            completion($0)
        }
    }
}

/// The rows of a page.
package struct PageRows {
    fileprivate let request: PageRequest
    fileprivate let snapshot: any Snapshot
    fileprivate let clock: any WallClock
    /// Whether to give up as soon as the page turns out to be large or not to be in memory.
    fileprivate let isBrief: Bool

    /// How many bytes of items a brief page may have: an event loop waits for no more.
    private static let briefBytes = 65_536
    /// How many values the items of a brief page may be compared with, all together.
    private static let briefComparisons = 20_000

    /// Lends the rows in order, and tells how the page ended and what it took.
    ///
    /// A page ends once it has shown as many items as its limit, or once their sizes have reached the limit in bytes: the
    /// item that crosses that line is still in it. What is fetched for an entry of an index counts as well. It also ends, after
    /// at least one item, once it has used up the throughput that was left for it.
    ///
    /// - Throws: the throttling error of the table, as a `ServiceError`, where nothing was left; or a `StorageError`.
    package func forEach(_ body: (_ row: UnsafeRawBufferPointer) throws(StorageError) -> Void) throws -> PageEnd {
        var end = PageEnd()
        var allowance = try request.allowance(at: clock.now)
        if let range = request.range { try walk(range, &end, &allowance, body) }
        end.consumed = request.consumed(by: end)
        try request.admit(end, allowance, at: clock.now)
        return end
    }

    private func walk(
        _ range: KeyRange,
        _ end: inout PageEnd,
        _ allowance: inout PageAllowance,
        _ body: (_ row: UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) {
        let keyNames = request.keyNames
        // Where the next item may turn out to be out of reach, the key of each is kept: the page may end behind it.
        let looksAhead = allowance.hasDryParts
        var lastKey: Item?
        try scan(range) { key, row throws(StorageError) in
            if looksAhead, !allowance.allows(key) {
                end.lastKey = lastKey
                return .stop
            }
            var reader = try RowReader(row)
            end.scannedCount += 1
            end.scannedBytes += reader.itemSize
            if isBrief, isLong(end) { throw .notCached }
            if request.fetchesItems {
                try withItem(ofEntry: reader, &end, body)
            } else {
                try body(row)
            }
            allowance.note(key, bytes: reader.itemSize)
            let isFull = end.readBytes >= request.limitBytes
            let isLast = end.scannedCount == request.limit || isFull || request.isUsedUp(allowance, by: end)
            if isLast || looksAhead { lastKey = try reader.readAttributes(named: keyNames) }
            guard isLast else { return .next }
            end.lastKey = lastKey
            return .stop
        }
    }

    /// Whether a page has become too long to be brief.
    private func isLong(_ end: PageEnd) -> Bool {
        end.readBytes > Self.briefBytes
            || end.scannedCount * request.workPerItem > Self.briefComparisons
    }

    /// Lends the row of the item that an entry of an index is about.
    private func withItem(
        ofEntry entry: RowReader,
        _ end: inout PageEnd,
        _ body: (_ row: UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) {
        var entry = entry
        let table = request.table
        let names = table.keySchema.attributes.map(\.name)
        let key = try PrimaryKey(stored: try entry.readAttributes(named: names), by: table.keySchema)
        var size: Int?
        func lend(_ row: UnsafeRawBufferPointer) throws(StorageError) {
            size = try RowReader(row).itemSize
            try body(row)
        }
        if isBrief {
            let lookup = try snapshot.withCachedValue(for: table.entryKey(for: key), lend)
            if lookup == .notCached { throw .notCached }
        } else {
            try snapshot.withValue(for: table.entryKey(for: key), lend)
        }
        guard let size else {
            throw .damaged(file: "an index of the table \(table.name.text)", detail: "it has an entry without an item")
        }
        end.fetchedCount += 1
        end.fetchedBytes += size
        end.fetchedBlocks += CapacityUnits.readBlocks(holding: size)
    }

    private func scan(
        _ range: KeyRange,
        _ body: (_ key: UnsafeRawBufferPointer, _ row: UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        if isBrief {
            try snapshot.scanCached(range, request.direction, body)
        } else {
            try snapshot.scan(range, request.direction, body)
        }
    }
}

extension PageRequest {
    fileprivate var direction: ScanDirection {
        if case .partition(_, isForward: false) = scope { return .backward }
        return .forward
    }

    /// The attributes that make up a position.
    fileprivate var keyNames: [String] {
        (index?.positionAttributes ?? table.keySchema.attributes).map(\.name)
    }

    /// The entries to walk through; nil where there can be none.
    fileprivate var range: KeyRange? {
        guard let whole = wholeRange else { return nil }
        guard let start = start?.entryKey else { return whole }
        // A key with a zero behind it is the least that is greater: no entry's key is a prefix of another's.
        let rest =
            direction == .forward
            ? KeyRange(lower: max(whole.lower, start + [0]), upper: whole.upper)
            : KeyRange(lower: whole.lower, upper: whole.upper.map { min($0, start) } ?? start)
        return rest.isEmpty ? nil : rest
    }

    /// The keys between which all items of the page lie, but for where it goes on.
    var bounds: (lower: [UInt8], upper: [UInt8]?) {
        wholeRange.map { ($0.lower, $0.upper) } ?? ([], nil)
    }

    private var wholeRange: KeyRange? {
        let entries = index?.entryPrefix ?? table.entryPrefix
        switch scope {
        case .segment(let segment, of: let totalSegments):
            guard let start = PartitionHash.start(ofSegment: segment, of: totalSegments) else { return nil }
            let end = PartitionHash.start(ofSegment: segment + 1, of: totalSegments)
            return KeyRange(
                lower: entries.appending(start),
                upper: end.map { entries.appending($0) } ?? KeyRange.prefix(entries).upper
            )
        case .partition(let selection, _):
            var prefix = entries.appendingPartition(selection.partition)
            for value in selection.sortPrefix { prefix.appendKey(value) }
            return selection.sort.range(under: prefix)
        }
    }
}

extension [UInt8] {
    fileprivate func appending(_ hash: PartitionHash) -> [UInt8] {
        var bytes = self
        bytes.appendInteger(hash.value)
        return bytes
    }
}

extension SortKeyRange {
    /// The entries of these sort keys, behind what the keys of the whole partition begin with.
    fileprivate func range(under prefix: [UInt8]) -> KeyRange {
        let all = KeyRange.prefix(prefix)
        func key(_ value: AttributeValue) -> [UInt8] {
            var key = prefix
            key.appendKey(value)
            return key
        }
        // An encoding is never a prefix of another, so all entries of a sort key are those that begin with it.
        switch self {
        case .all: return all
        case .equal(let value): return .prefix(key(value))
        case .less(let value): return KeyRange(lower: all.lower, upper: key(value))
        case .lessOrEqual(let value): return KeyRange(lower: all.lower, upper: KeyRange.prefix(key(value)).upper)
        case .greater(let value): return KeyRange(lower: KeyRange.prefix(key(value)).upper ?? [], upper: all.upper)
        case .greaterOrEqual(let value): return KeyRange(lower: key(value), upper: all.upper)
        case .between(let lower, let upper):
            return KeyRange(lower: key(lower), upper: KeyRange.prefix(key(upper)).upper)
        case .beginning(let value):
            var beginning = prefix
            beginning.appendKeyPrefix(value)
            return .prefix(beginning)
        }
    }
}

private func max(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    left.compareBytes(with: right) < 0 ? right : left
}

private func min(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    left.compareBytes(with: right) < 0 ? left : right
}
