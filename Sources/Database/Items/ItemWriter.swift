// Changes to items, within a transaction: condition, new state, entries and counters.

import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput

/// Applies changes one after another in one transaction. Runs on the writer thread.
struct ItemWriter {
    let transaction: any WriteTransaction
    let stamp: WriteStamp
    let now: Timestamp
    /// Where tables with a stream note what becomes of their items.
    let log: ChangeLog
    /// How large an item collection may be, in bytes, in a table with local indexes.
    let collectionLimitBytes: Int
    /// The items that must be left alone.
    let claims: ItemClaims
    /// What is told of the times at which items expire.
    let expirations: Expirations
    /// Whether changes take the units that they cost.
    var takesThroughput = true

    /// - Throws: a `ServiceError` for throughput that is used up, or an item that a transaction holds, before anything
    ///   has been written; for a condition that fails, an update that does not fit the item, or an item or a collection
    ///   that grows too large: whatever has been written by then must not take effect.
    func apply(_ change: ItemChange) throws -> ItemOutcome {
        let table = try transaction.newest(of: change.table)
        if takesUnits(change) {
            try table.throughput.requireRoom(for: .write, of: .table, at: change.keyPlace, now)
        }
        guard !claims.holds(change.entryKey) else { throw ServiceError.transactionConflict }
        let old = try oldState(of: change, in: table)
        try requireCondition(of: change, on: old, in: table)
        switch try effect(of: change, in: table, on: old) {
        case .put(let new): return try replace(old, by: new, at: change, in: table)
        case .delete: return try replace(old, by: nil, at: change, in: table)
        case .nothing:
            var outcome = ItemOutcome(of: change, old: old, new: old)
            charge(change, outcome.consumed.table, in: table)
            if table.hasLocalIndexes { outcome.collectionBytes = try collectionBytes(of: change, in: table) }
            return outcome
        }
    }

    private enum Effect {
        case put(ItemState)
        case delete
        case nothing
    }

    private func oldState(of change: ItemChange, in table: Table) throws(StorageError) -> ItemState? {
        var state: ItemState?
        let needsItem = change.needsOldItem || !table.indexes.isEmpty
        try transaction.withValue(for: change.entryKey) { bytes throws(StorageError) in
            var reader = try RowReader(bytes)
            let item = needsItem ? try reader.readItem() : nil
            state = ItemState(
                size: reader.itemSize,
                item: item,
                stored: table.streamID == nil ? nil : [UInt8](bytes)
            )
            guard let expiry = table.expiry else { return }
            state?.expiryTime = needsItem ? item.flatMap(expiry.time) : try reader.readExpiryTime(by: expiry)
        }
        return state
    }

    private func requireCondition(of change: ItemChange, on old: ItemState?, in table: Table) throws(ServiceError) {
        guard let condition = change.condition, !condition.isMet(by: old?.item ?? Item()) else { return }
        // The test costs as much as the write would have: by the larger item, or the least where there is none.
        let bytes = old.map { max($0.size, change.putSize) } ?? 0
        charge(change, change.units(writing: bytes), in: table)
        guard change.tellsConflict, let item = old?.item else { throw .conditionalCheckFailed }
        throw ServiceError(.conditionalCheckFailed, ServiceError.conditionalCheckFailed.message, item: item)
    }

    private func takesUnits(_ change: ItemChange) -> Bool {
        takesThroughput && change.origin != .expiry
    }

    /// Takes units for what leaves the item as it is.
    private func charge(_ change: ItemChange, _ units: Double, in table: Table) {
        guard takesUnits(change) else { return }
        table.throughput.charge(change.charge(units), for: .write, now)
    }

    /// Takes the units of a write, of the table and of its global indexes, unless one of them has none left.
    private func admit(_ charges: [TableThroughput.Charge], of change: ItemChange, in table: Table) throws(ServiceError)
    {
        guard takesUnits(change) else { return }
        try table.throughput.admit(charges, for: .write, now)
    }

    private func effect(
        of change: ItemChange,
        in table: Table,
        on old: ItemState?
    ) throws(ServiceError) -> Effect {
        switch change.action {
        case .put(let row, let item):
            // An index may have joined since the request was checked.
            if table !== change.table { try table.requireIndexKeys(of: item) }
            return .put(ItemState(item, row))
        case .delete: return old == nil ? .nothing : .delete
        case .check: return .nothing
        case .update(let update):
            guard let item = try updated(old, by: update, of: change, in: table) else { return .nothing }
            return .put(ItemState(item, EncodedRow(item)))
        }
    }

    /// The item after an update; nil where there is none and the update does not create it.
    private func updated(
        _ old: ItemState?,
        by update: Update?,
        of change: ItemChange,
        in table: Table
    ) throws(ServiceError) -> Item? {
        let base = old?.item ?? change.key.attributes(by: table.keySchema)
        let item = try update?.applied(to: base, exists: old != nil) ?? base
        // Removing something from an item that is not there leaves it so, but faulty paths are told all the same.
        if old == nil, let update, !update.createsItem { return nil }
        guard item.itemSize <= Limits.itemBytes else { throw .updatedItemTooLarge }
        try item.requireNestingLevels()
        for index in table.indexes { try index.requireFitting(item, updated: old?.item ?? Item(), by: update) }
        return item
    }

    /// Puts an item in the place of another, in the table and in its indexes.
    private func replace(
        _ old: ItemState?,
        by new: ItemState?,
        at change: ItemChange,
        in table: Table
    ) throws -> ItemOutcome {
        var outcome = ItemOutcome(of: change, old: old, new: new)
        if table.indexes.isEmpty {
            if takesUnits(change) {
                try table.throughput.admit(change.charge(outcome.consumed.table), for: .write, now)
            }
        } else {
            try replaceEntries(from: old, to: new, of: change, in: table, &outcome)
        }
        var new = new
        new?.stamp(stamp)
        if let row = new?.row {
            transaction.put(row.bytes, for: change.entryKey)
        } else {
            transaction.delete(change.entryKey)
        }
        followExpiry(from: old, to: new, of: change, in: table)
        if let stream = table.streamID {
            let transition = ItemTransition(change: change, table: table, old: old, new: new)
            try log.append(transition, to: stream, in: transaction, at: now)
        }
        count(from: old, to: new, in: table)
        return outcome
    }

    /// Puts and deletes the entries of an item in the indexes, and takes what the item and they cost.
    private func replaceEntries(
        from old: ItemState?,
        to new: ItemState?,
        of change: ItemChange,
        in table: Table,
        _ outcome: inout ItemOutcome
    ) throws {
        let changes = IndexChanges(of: change, in: table, from: old, to: new)
        let growth = table.hasLocalIndexes ? try growth(of: change, changes, from: old, to: new) : 0
        if table.hasLocalIndexes {
            outcome.collectionBytes = try collectionBytes(of: change, in: table, after: growth)
        }
        // Nothing is taken for what is refused, and nothing written of what is throttled: so this stands between.
        let item = change.charge(outcome.consumed.table + changes.localUnits)
        try admit([item] + changes.globalCharges, of: change, in: table)
        if let size = outcome.collectionBytes { countCollection(of: change, in: table, growth: growth, size: size) }
        changes.add(to: &outcome.consumed)
        try IndexWriter(transaction: transaction, stamp: stamp).apply(changes, row: new?.row)
    }

    private func count(from old: ItemState?, to new: ItemState?, in table: Table) {
        let items = (new == nil ? 0 : 1) - (old == nil ? 0 : 1)
        if items != 0 { transaction.add(Int64(items), toCounter: table.itemCountKey) }
        let bytes = (new?.size ?? 0) - (old?.size ?? 0)
        if bytes != 0 { transaction.add(Int64(bytes), toCounter: table.sizeKey) }
    }

    /// Refuses an item that is too large together with its entries in local indexes.
    private func requireRoom(for bytes: Int, of change: ItemChange) throws(ServiceError) {
        guard bytes > Limits.itemBytes else { return }
        if case .update = change.action { throw .updatedItemTooLarge }
        throw .itemTooLarge
    }

    /// What an item and its entries in local indexes grow by.
    private func growth(
        of change: ItemChange,
        _ changes: IndexChanges,
        from old: ItemState?,
        to new: ItemState?
    ) throws(ServiceError) -> Int {
        let entries = changes.localBytes
        let newBytes = (new?.size ?? 0) + entries.new
        try requireRoom(for: newBytes, of: change)
        return newBytes - (old?.size ?? 0) - entries.old
    }

    /// How large the collection of an item is once it has grown by so much.
    private func collectionBytes(of change: ItemChange, in table: Table, after growth: Int) throws -> Int {
        let size = try collectionBytes(of: change, in: table) + growth
        guard growth <= 0 || size <= collectionLimitBytes else {
            throw ServiceError(.itemCollectionSizeLimitExceeded, "Collection size exceeded.")
        }
        return size
    }

    private func countCollection(of change: ItemChange, in table: Table, growth: Int, size: Int) {
        let counter = table.collectionSizeKey(for: change.key.partition)
        if size == 0 {
            // Partition keys come and go without end; a counter that is not there counts as 0.
            transaction.delete(counter)
        } else if growth != 0 {
            transaction.add(Int64(growth), toCounter: counter)
        }
    }

    private func collectionBytes(of change: ItemChange, in table: Table) throws(StorageError) -> Int {
        Int(try transaction.counter(table.collectionSizeKey(for: change.key.partition)))
    }
}

extension Table {
    /// Refuses an item that has something in the attribute of an index key that cannot be one.
    package func requireIndexKeys(of item: Item) throws(ServiceError) {
        for index in indexes { try index.requireFitting(item) }
    }
}

extension ItemChange {
    /// Units of the table, taken where the item is.
    fileprivate func charge(_ units: Double) -> TableThroughput.Charge {
        TableThroughput.Charge(units, of: .table, at: keyPlace)
    }

    /// The size of the item that is to be put; 0 where none is.
    fileprivate var putSize: Int {
        if case .put(let row, _) = action { row.itemSize } else { 0 }
    }

    fileprivate var needsOldItem: Bool {
        if case .update = action { return true }
        return condition != nil || images.contains(.old)
    }
}

extension ServiceError {
    package static let itemTooLarge = ServiceError.validation("Item size has exceeded the maximum allowed size")

    fileprivate static let updatedItemTooLarge = ServiceError.validation(
        "Item size to update has exceeded the maximum allowed size"
    )
}
