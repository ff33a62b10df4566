// A part of a table on its way into an index that has joined it.

import ApusModel
import ApusStorage

/// Some items of a table, in the order of their keys, with the entries that they are to have in an index.
struct IndexPart: Sendable {
    /// How much one part has at most: the writer thread is kept for no longer than it takes to enter so many.
    private static let itemLimit = 500
    private static let byteLimit = 1_048_576

    private struct Candidate {
        let itemKey: [UInt8]
        let stamp: WriteStamp
        let entry: IndexEntry
        let row: EncodedRow
    }

    private var candidates: [Candidate] = []
    /// Where the part ends; nil for a part without items.
    private(set) var lastKey: [UInt8]?
    /// Whether no items follow.
    private(set) var isLast = true

    /// Reads the part that follows what has been entered so far.
    init(reading snapshot: any Snapshot, of table: Table, for index: Index) throws(StorageError) {
        let all = KeyRange.prefix(table.entryPrefix)
        let progress = try snapshot.value(for: index.progressKey)
        let rest = KeyRange(lower: progress.map { $0 + [0] } ?? all.lower, upper: all.upper)
        var (itemCount, byteCount) = (0, 0)
        try snapshot.scan(rest, .forward) { key, row throws(StorageError) in
            guard itemCount < Self.itemLimit, byteCount < Self.byteLimit else {
                isLast = false
                return .stop
            }
            itemCount += 1
            byteCount += row.count
            lastKey = [UInt8](key)
            var reader = try RowReader(row)
            let stamp = reader.stamp
            let item = try reader.readItem()
            // An item that has something in the index key that cannot be a key is passed over, as the service does.
            let primaryKey = try PrimaryKey(stored: item, by: table.keySchema)
            guard let entry = index.entry(of: item, with: primaryKey) else { return .next }
            candidates.append(
                Candidate(itemKey: [UInt8](key), stamp: stamp, entry: entry, row: EncodedRow(entry.item))
            )
            return .next
        }
    }

    /// Enters the items that are as they were when the part was read. The others have been changed since, and the
    /// change has entered them.
    func enter(by writer: IndexWriter, into index: Index) throws(StorageError) {
        for candidate in candidates {
            var isUnchanged = false
            try writer.transaction.withValue(for: candidate.itemKey) { row throws(StorageError) in
                isUnchanged = try RowReader(row).stamp == candidate.stamp
            }
            if isUnchanged { try writer.fill(candidate.entry, row: candidate.row, into: index) }
        }
        if let lastKey { writer.transaction.put(lastKey, for: index.progressKey) }
    }
}
