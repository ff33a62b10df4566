// The catalog as transactions read and write it.

import ApusModel
import ApusStorage

extension WriteTransaction {
    func tableRecord(of name: TableName, in region: String) throws(StorageError) -> TableRecord? {
        var record: TableRecord?
        try withValue(for: KeySpace.definition(of: name, in: region)) { bytes throws(StorageError) in
            record = try TableRecord(bytes)
        }
        return record
    }

    func put(_ record: TableRecord) {
        put(record.bytes, for: KeySpace.definition(of: record.definition.name, in: record.definition.region))
    }

    func takeTableID() throws(StorageError) -> UInt32 {
        let id = try counter(KeySpace.nextTableID) + 1
        add(1, toCounter: KeySpace.nextTableID)
        return UInt32(id)
    }

    /// Removes a table's definition and counters, and marks its entries as garbage.
    func drop(_ record: TableRecord) throws(StorageError) {
        delete(KeySpace.definition(of: record.definition.name, in: record.definition.region))
        delete(KeySpace.itemCount(of: record.id))
        delete(KeySpace.size(of: record.id))
        put([], for: KeySpace.droppedTable(record.id))
    }

    /// The newest version of a table: a change that runs now may have been checked against an older one.
    ///
    /// - Throws: `ResourceNotFoundException` where the table has been deleted meanwhile.
    func newest(of table: Table) throws -> Table {
        guard let newest = try table.line.isChanging ? storedVersion(of: table) : table.line.newest,
            !newest.isDeleted
        else { throw ServiceError.tableNotFound }
        return newest
    }

    private func storedVersion(of table: Table) throws(StorageError) -> Table? {
        let record = try tableRecord(of: table.name, in: table.definition.region)
        guard let record, record.id == table.id else { return nil }
        return Table(id: record.id, definition: record.definition, line: table.line)
    }
}
