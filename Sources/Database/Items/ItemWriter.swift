// Changes to items, within a transaction: condition, new state, entries and counters.

import ApusExpressions
import ApusModel
import ApusStorage

/// Applies changes one after another in one transaction. Runs on the writer thread.
struct ItemWriter {
    let transaction: any WriteTransaction
    let stamp: WriteStamp

    /// - Throws: a `ServiceError` for a condition that fails, an update that does not fit the item, or an item that
    ///   grows too large; nothing has been written then.
    func apply(_ change: ItemChange) throws -> ItemOutcome {
        let key = change.entryKey
        let old = try oldState(of: change, at: key)
        try requireCondition(of: change, on: old)
        switch change.action {
        case .put(let row, let item):
            put(row, at: key, of: change.table, replacing: old)
            return outcome(of: change, old: old, new: item, newSize: row.itemSize)
        case .delete:
            delete(key, of: change.table, holding: old)
            return outcome(of: change, old: old, new: nil, newSize: 0)
        case .update(let update):
            return try applyUpdate(update, of: change, at: key, to: old)
        }
    }

    /// What was there before a change. The item itself is read only where the change needs to see it.
    private struct OldState {
        var size: Int?
        var item: Item?

        var exists: Bool { size != nil }
    }

    private func oldState(of change: ItemChange, at key: [UInt8]) throws(StorageError) -> OldState {
        var state = OldState()
        let needsItem = change.needsOldItem
        try transaction.withValue(for: key) { bytes throws(StorageError) in
            var reader = try RowReader(bytes)
            state.size = reader.itemSize
            if needsItem { state.item = try reader.readItem() }
        }
        return state
    }

    private func requireCondition(of change: ItemChange, on old: OldState) throws(ServiceError) {
        guard let condition = change.condition, !condition.isMet(by: old.item ?? Item()) else { return }
        guard change.tellsConflict, let item = old.item else { throw .conditionalCheckFailed }
        throw ServiceError(.conditionalCheckFailed, ServiceError.conditionalCheckFailed.message, item: item)
    }

    private func applyUpdate(
        _ update: Update?,
        of change: ItemChange,
        at key: [UInt8],
        to old: OldState
    ) throws(ServiceError) -> ItemOutcome {
        let keyAttributes = change.key.attributes(by: change.table.keySchema)
        if !old.exists, let update, !update.createsItem {
            // Removing something from an item that is not there leaves it so, but faulty paths are told all the same.
            _ = try update.applied(to: keyAttributes, exists: false)
            return outcome(of: change, old: old, new: nil, newSize: 0)
        }
        let base = old.item ?? keyAttributes
        let item = try update.map { update throws(ServiceError) in
            try update.applied(to: base, exists: old.exists)
        }
        guard (item?.itemSize ?? 0) <= Limits.itemBytes else {
            throw .validation("Item size to update has exceeded the maximum allowed size")
        }
        try item?.requireNestingLevels()
        let row = EncodedRow(item ?? base)
        put(row, at: key, of: change.table, replacing: old)
        return outcome(of: change, old: old, new: item ?? base, newSize: row.itemSize)
    }

    private func put(_ row: EncodedRow, at key: [UInt8], of table: Table, replacing old: OldState) {
        var row = row
        row.stamp(stamp)
        transaction.put(row.bytes, for: key)
        if !old.exists { transaction.add(1, toCounter: table.itemCountKey) }
        count(row.itemSize - (old.size ?? 0), in: table)
    }

    private func delete(_ key: [UInt8], of table: Table, holding old: OldState) {
        guard let size = old.size else { return }
        transaction.delete(key)
        transaction.add(-1, toCounter: table.itemCountKey)
        count(-size, in: table)
    }

    private func count(_ bytes: Int, in table: Table) {
        if bytes != 0 { transaction.add(Int64(bytes), toCounter: table.sizeKey) }
    }

    private func outcome(of change: ItemChange, old: OldState, new: Item?, newSize: Int) -> ItemOutcome {
        ItemOutcome(
            old: change.images.contains(.old) ? old.item : nil,
            new: change.images.contains(.new) ? new : nil,
            oldSize: old.size ?? 0,
            newSize: newSize
        )
    }
}

extension ItemChange {
    fileprivate var needsOldItem: Bool {
        if case .update = action { return true }
        return condition != nil || images.contains(.old)
    }
}
