// Index entries follow their items, within the transaction that changes the item.

import ApusModel
import ApusStorage
import ApusThroughput

/// Keeps the indexes of a table in step with one item. Runs on the writer thread.
struct IndexWriter {
    let transaction: any WriteTransaction
    let stamp: WriteStamp

    /// What the indexes of a table hold of an item before and after a change of it.
    struct Changes {
        fileprivate var parts: [(index: Index, old: IndexEntry?, new: IndexEntry?)] = []

        /// - Precondition: the states of an item of a table with indexes have the item itself.
        init(of key: PrimaryKey, in table: Table, from old: ItemState?, to new: ItemState?) {
            let oldPart = old.map { table.indexedPart(of: $0.item!) }
            let newPart = new.map { table.indexedPart(of: $0.item!) }
            for index in table.indexes {
                let oldEntry = old.flatMap { index.entry(of: $0.item!, indexed: oldPart!, with: key) }
                let newEntry = new.flatMap { index.entry(of: $0.item!, indexed: newPart!, with: key) }
                parts.append((index, oldEntry, newEntry))
            }
        }

        /// The sizes of the entries in local indexes, before and after.
        var localBytes: (old: Int, new: Int) {
            parts.reduce(into: (0, 0)) { sum, part in
                guard part.index.isLocal else { return }
                sum.old += part.old?.size ?? 0
                sum.new += part.new?.size ?? 0
            }
        }
    }

    /// Writes the entries that a change of an item changes, and answers the units that this takes of each index.
    ///
    /// - Parameter row: the stored form of the item after the change; nil where it is deleted.
    func apply(_ changes: Changes, row: EncodedRow?, to consumed: inout ConsumedUnits) throws(StorageError) {
        for (index, old, new) in changes.parts {
            consumed.add(try replace(old, by: new, row: row, in: index), to: index.definition)
        }
    }

    private func replace(
        _ old: IndexEntry?,
        by new: IndexEntry?,
        row: EncodedRow?,
        in index: Index
    ) throws(StorageError) -> Double {
        switch (old, new) {
        case (nil, nil): return 0
        case (let old?, nil):
            try delete(old, from: index)
            return CapacityUnits.writing(bytes: old.size)
        case (nil, let new?):
            try put(new, row: row, into: index)
            return CapacityUnits.writing(bytes: new.size)
        case (let old?, let new?) where old.key == new.key:
            guard old.item != new.item else {
                // What was there before the index has no entry yet, and a part that has read it leaves it to this change.
                if index.definition.phase == .building {
                    try fill(new, row: entryRow(new, row, in: index), into: index)
                }
                return 0
            }
            try put(new, row: row, into: index, over: old)
            return CapacityUnits.writing(bytes: max(old.size, new.size))
        case (let old?, let new?):
            try delete(old, from: index)
            try put(new, row: row, into: index)
            return CapacityUnits.writing(bytes: old.size) + CapacityUnits.writing(bytes: new.size)
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
