// The index by time follows items, within the transaction that changes them.

import ApusModel
import ApusStorage

extension ItemWriter {
    /// Puts and deletes the entry of an item in the index by time, where its time has changed.
    func followExpiry(from old: ItemState?, to new: ItemState?, of change: ItemChange, in table: Table) {
        guard let expiry = table.expiry else { return }
        let (before, after) = (old?.expiryTime, new?.item.flatMap(expiry.time))
        guard before != after else { return }
        if let before { transaction.delete(expiry.entryKey(of: before, for: change.entryKey)) }
        if let after {
            transaction.put([], for: expiry.entryKey(of: after, for: change.entryKey))
            expirations.note(after, in: table)
        }
    }
}

extension RowReader {
    /// Reads when the item of the row expires, and nothing else.
    mutating func readExpiryTime(by expiry: TableExpiry) throws(StorageError) -> Timestamp? {
        expiry.time(of: try readAttributes(named: [expiry.attributeName]))
    }
}
