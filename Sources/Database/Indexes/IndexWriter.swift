// Index entries follow their items, within the transaction that changes the item.

import ApusModel
import ApusStorage

/// Keeps the indexes of a table in step with one item. Runs on the writer thread.
struct IndexWriter {
    let transaction: any WriteTransaction
    let stamp: WriteStamp

    /// Writes the entries that a change of an item changes.
    ///
    /// - Parameter row: the stored form of the item after the change; nil where it is deleted.
    func apply(_ changes: IndexChanges, row: EncodedRow?) throws(StorageError) {
        for change in changes.parts { try apply(change.effect, row: row, in: change.index) }
    }

    private func apply(_ effect: IndexChanges.Effect, row: EncodedRow?, in index: Index) throws(StorageError) {
        switch effect {
        case .nothing: return
        case .unchanged(let entry):
            // What was there before the index has no entry yet, and a part that has read it leaves it to this change.
            guard index.definition.phase == .building else { return }
            try fill(entry, row: entryRow(entry, row, in: index), into: index)
        case .deletion(let old): try delete(old, from: index)
        case .insertion(let new): try put(new, row: row, into: index)
        case .replacement(let old, let new): try put(new, row: row, into: index, over: old)
        case .move(let old, let new):
            try delete(old, from: index)
            try put(new, row: row, into: index)
        }
    }

    private func put(
        _ entry: IndexEntry,
        row: EncodedRow?,
        into index: Index,
        over old: IndexEntry? = nil
    ) throws(StorageError) {
        let oldSize = index.definition.phase == .building ? try storedSize(of: entry.key) : old?.size
        write(entryRow(entry, row, in: index), of: entry, over: oldSize, in: index)
    }

    /// Puts the entry of an item that was there before its index, unless a change of the item has put it since.
    func fill(_ entry: IndexEntry, row: EncodedRow, into index: Index) throws(StorageError) {
        guard try storedSize(of: entry.key) == nil else { return }
        write(row, of: entry, over: nil, in: index)
    }

    /// The stored form of an entry: the item's own, where the index holds all of it.
    private func entryRow(_ entry: IndexEntry, _ row: EncodedRow?, in index: Index) -> EncodedRow {
        guard index.definition.projection == .all, let row else { return EncodedRow(entry.item) }
        return row
    }

    private func write(_ row: EncodedRow, of entry: IndexEntry, over oldSize: Int?, in index: Index) {
        var row = row
        row.stamp(stamp)
        transaction.put(row.bytes, for: entry.key)
        if oldSize == nil { transaction.add(1, toCounter: index.itemCountKey) }
        count(entry.size - (oldSize ?? 0), in: index)
    }

    // While an index is being built, only the store can tell whether the entry that an item should have had is there.
    private func delete(_ entry: IndexEntry, from index: Index) throws(StorageError) {
        let size = index.definition.phase == .building ? try storedSize(of: entry.key) : entry.size
        guard let size else { return }
        transaction.delete(entry.key)
        transaction.add(-1, toCounter: index.itemCountKey)
        count(-size, in: index)
    }

    private func storedSize(of key: [UInt8]) throws(StorageError) -> Int? {
        var size: Int?
        try transaction.withValue(for: key) { row throws(StorageError) in size = try RowReader(row).itemSize }
        return size
    }

    private func count(_ bytes: Int, in index: Index) {
        if bytes != 0 { transaction.add(Int64(bytes), toCounter: index.sizeKey) }
    }
}
