// A part of a table on its way into the index by time.

import ApusModel
import ApusStorage

/// Some items of a table, in the order of their keys, that may have been there before the index by time.
struct ExpiryFilling: Sendable {
    /// How much one part has at most: the writer thread is kept for no longer than it takes to enter so many.
    private static let itemLimit = 500
    private static let byteLimit = 1_048_576

    /// Where those items stand that have a time to expire.
    private var itemKeys: [[UInt8]] = []
    private var lastKey: [UInt8]?
    /// Whether no items follow.
    private(set) var isLast = true
    private let generation: UInt32

    /// Reads the part that follows what has been entered so far; nil where all is.
    init?(reading snapshot: any Snapshot, of table: Table, by expiry: TableExpiry) throws(StorageError) {
        guard let progress = try snapshot.value(for: expiry.progressKey) else { return nil }
        generation = expiry.generation
        let all = KeyRange.prefix(table.entryPrefix)
        let rest = KeyRange(lower: progress.isEmpty ? all.lower : progress + [0], upper: all.upper)
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
            if try reader.readExpiryTime(by: expiry) != nil { itemKeys.append([UInt8](key)) }
            return .next
        }
    }

    /// Enters the items with the times that they have now; whatever has got its time since has entered itself. False
    /// where the index is wanted no more.
    func enter(
        into table: Table,
        _ transaction: any WriteTransaction,
        noting expirations: Expirations
    ) throws -> Bool {
        let table = try transaction.newest(of: table)
        guard let expiry = table.expiry, expiry.generation == generation else { return false }
        for itemKey in itemKeys {
            var time: Timestamp?
            try transaction.withValue(for: itemKey) { row throws(StorageError) in
                var reader = try RowReader(row)
                time = try reader.readExpiryTime(by: expiry)
            }
            guard let time else { continue }
            transaction.put([], for: expiry.entryKey(of: time, for: itemKey))
            expirations.note(time, in: table)
        }
        if isLast {
            transaction.delete(expiry.progressKey)
        } else if let lastKey {
            transaction.put(lastKey, for: expiry.progressKey)
        }
        return true
    }
}

extension WriteTransaction {
    /// Has the index by time filled that a change of a table's definition brings.
    func beginFilling(from old: TableRecord, to new: TableRecord) {
        guard let setting = new.definition.settings.expiry, setting.isEnabled,
            setting.generation != old.definition.settings.expiry?.generation
        else { return }
        put([], for: KeySpace.expiryProgress(ofGeneration: setting.generation, of: new.id))
    }
}
