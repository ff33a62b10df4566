// Walks through the items of a page.

import ApusExpressions
import ApusModel
import ApusStorage

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
        let snapshot = store.snapshot()
        if case .partition = request.scope {
            let result = Result { try body(PageRows(request: request, snapshot: snapshot, isBrief: true)) }
            if case .failure(StorageError.notCached) = result {} else { return completion(result) }
        }
        workers.run(answeringOn: executor) {
            try body(PageRows(request: request, snapshot: snapshot, isBrief: false))
        } completion: {
            completion($0)
        }
    }
}

/// The rows of a page.
package struct PageRows {
    fileprivate let request: PageRequest
    fileprivate let snapshot: any Snapshot
    /// Whether to give up as soon as the page turns out to be large or not to be in memory.
    fileprivate let isBrief: Bool

    /// How many bytes of items a brief page may have: an event loop waits for no more.
    private static let briefBytes = 65_536

    /// Lends the rows in order, and tells how the page ended.
    ///
    /// A page ends once it has shown as many items as its limit, or once their sizes have reached 1 MB: the item that
    /// crosses that line is still in it.
    package func forEach(_ body: (_ row: UnsafeRawBufferPointer) throws(StorageError) -> Void) throws(StorageError)
        -> PageEnd
    {
        var end = PageEnd()
        guard let range = request.range else { return end }
        let keyNames = request.table.keySchema.attributes.map(\.name)
        try scan(range) { row throws(StorageError) in
            var reader = try RowReader(row)
            end.scannedCount += 1
            end.scannedBytes += reader.itemSize
            if isBrief, end.scannedBytes > Self.briefBytes { throw .notCached }
            try body(row)
            guard end.scannedCount == request.limit || end.scannedBytes >= Limits.pageBytes else { return .next }
            end.lastKey = try reader.readAttributes(named: keyNames)
            return .stop
        }
        return end
    }

    private func scan(
        _ range: KeyRange,
        _ body: (_ row: UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError) {
        if isBrief {
            try snapshot.scanCached(range, request.direction) { _, row throws(StorageError) in try body(row) }
        } else {
            try snapshot.scan(range, request.direction) { _, row throws(StorageError) in try body(row) }
        }
    }
}

extension PageRequest {
    fileprivate var direction: ScanDirection {
        if case .partition(_, _, isForward: false) = scope { return .backward }
        return .forward
    }

    /// The entries to walk through; nil where there can be none.
    fileprivate var range: KeyRange? {
        guard let whole = wholeRange else { return nil }
        guard let startKey else { return whole }
        let start = table.entryKey(for: startKey)
        // A key with a zero behind it is the least that is greater: no entry's key is a prefix of another's.
        let rest =
            direction == .forward
            ? KeyRange(lower: max(whole.lower, start + [0]), upper: whole.upper)
            : KeyRange(lower: whole.lower, upper: whole.upper.map { min($0, start) } ?? start)
        return rest.isEmpty ? nil : rest
    }

    private var wholeRange: KeyRange? {
        switch scope {
        case .segment(let segment, of: let totalSegments):
            guard let start = PartitionHash.start(ofSegment: segment, of: totalSegments) else { return nil }
            let all = KeyRange.prefix(table.entryPrefix())
            let end = PartitionHash.start(ofSegment: segment + 1, of: totalSegments)
            return KeyRange(
                lower: table.entryPrefix(upTo: start),
                upper: end.map { table.entryPrefix(upTo: $0) } ?? all.upper
            )
        case .partition(let partition, let sortKeys, _):
            return sortKeys.range(under: table.partitionPrefix(for: partition))
        }
    }

    /// Whether a scan of this segment may start at a key: the key's partition lies in the segment.
    package static func segment(_ segment: Int, of totalSegments: Int, contains key: PrimaryKey) -> Bool {
        var encoded: [UInt8] = []
        encoded.appendKey(key.partition)
        return PartitionHash(of: encoded).segment(of: totalSegments) == segment
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
