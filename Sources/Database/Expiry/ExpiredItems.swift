// Some items that have expired, on their way out.

import ApusModel
import ApusStorage

/// The entries of an index by time that are due, in their order, from one place on.
struct ExpiredItems: Sendable {
    let entries: [ExpiryEntry]
    /// Where the next part begins.
    let end: ExpiryEntry
    /// The time of the first entry from there on; nil for none.
    let nextTime: Timestamp?
    private let generation: UInt32

    /// What has become of the items.
    struct Removal: Sendable {
        var removedCount = 0
        /// The earliest time of those that could not be removed yet.
        var postponedTime: Timestamp?
    }

    /// Reads entries.
    ///
    /// - Parameters:
    ///   - now: items that had expired too long before are left alone.
    ///   - latest: the latest time that is due.
    init(
        reading snapshot: any Snapshot,
        by expiry: TableExpiry,
        from start: ExpiryEntry,
        at now: Timestamp,
        dueUntil latest: Timestamp,
        limit: Int
    ) throws(StorageError) {
        let earliest = max(Timestamp(milliseconds: 0), now.advanced(by: .zero - Limits.expiredAtMost))
        let start = start.time < earliest ? .first(of: earliest) : start
        let range = KeyRange(lower: expiry.key(of: start), upper: KeyRange.prefix(expiry.entryPrefix).upper)
        var entries: [ExpiryEntry] = []
        var nextTime: Timestamp?
        try snapshot.scan(range, .forward) { key, _ in
            let entry = expiry.entry(at: key)
            guard entry.time <= latest, entries.count < limit else {
                nextTime = entry.time
                return .stop
            }
            entries.append(entry)
            return .next
        }
        self.entries = entries
        self.nextTime = nextTime
        end = entries.last?.successor ?? start
        generation = expiry.generation
    }

    /// Removes those items that are due still, each as a change of its own.
    func remove(from table: Table, by writer: ItemWriter) throws -> Removal {
        var removal = Removal()
        let table = try writer.transaction.newest(of: table)
        // The entries of another generation are cleared away as a whole.
        guard let expiry = table.expiry, expiry.generation == generation else { return removal }
        for entry in entries {
            guard let key = try key(of: entry, in: table, expiry, writer.transaction) else {
                writer.transaction.delete(expiry.key(of: entry))
                continue
            }
            guard entry.time.isExpired(at: writer.now) else { continue }
            do {
                _ = try writer.apply(ItemChange(table: table, key: key, action: .delete, origin: .expiry))
                removal.removedCount += 1
            } catch is ServiceError {
                // The item is in a transaction's hands.
                removal.postponedTime = removal.postponedTime ?? entry.time
            }
        }
        return removal
    }

    /// The key of the item that an entry is for; nil where it is gone or has another time.
    private func key(
        of entry: ExpiryEntry,
        in table: Table,
        _ expiry: TableExpiry,
        _ transaction: any WriteTransaction
    ) throws(StorageError) -> PrimaryKey? {
        var key: PrimaryKey?
        let names = table.keySchema.attributes.map(\.name) + [expiry.attributeName]
        try transaction.withValue(for: table.entryPrefix + entry.itemKeyRest) { row throws(StorageError) in
            var reader = try RowReader(row)
            let part = try reader.readAttributes(named: names)
            guard expiry.time(of: part) == entry.time else { return }
            key = try PrimaryKey(stored: part, by: table.keySchema)
        }
        return key
    }
}
