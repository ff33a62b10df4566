// Reads of items by their keys, and the rows they find.

import ApusModel
import ApusStorage
import ApusThroughput

/// A wish to read one item.
package struct ItemRead: Sendable {
    package let table: Table
    package let place: ItemPlace
    package let isConsistent: Bool
    /// How old the state may be that an eventually consistent read sees; nil for what the database does anyway.
    package let staleness: Duration?
    /// Whether it is one of the reads of a transaction.
    package let isTransactional: Bool
    private let keyPlace: KeyPlace

    package init(of key: PrimaryKey, in table: Table, isConsistent: Bool, staleness: Duration? = nil) {
        self.init(of: key, in: table, isConsistent: isConsistent, staleness: staleness, isTransactional: false)
    }

    /// One of the reads of a transaction: of the newest state, for twice the units.
    package init(inTransaction key: PrimaryKey, of table: Table) {
        self.init(of: key, in: table, isConsistent: true, staleness: nil, isTransactional: true)
    }

    private init(
        of key: PrimaryKey,
        in table: Table,
        isConsistent: Bool,
        staleness: Duration?,
        isTransactional: Bool
    ) {
        self.table = table
        self.isConsistent = isConsistent
        self.isTransactional = isTransactional
        self.staleness = staleness
        place = ItemPlace(of: key, in: table)
        keyPlace = table.keyPlace(of: place.entryKey)
    }

    /// - Throws: the throttling error of the table where it has no throughput left.
    func requireRoom(at now: Timestamp) throws(ServiceError) {
        try table.throughput.requireRoom(for: .read, of: .table, at: keyPlace, now)
    }

    /// Takes what reading an item of so many bytes costs, and answers the units.
    ///
    /// - Throws: the throttling error of the table where it has no throughput left.
    func admit(bytes: Int, at now: Timestamp) throws(ServiceError) -> Double {
        let units =
            isTransactional
            ? CapacityUnits.readingInTransaction(bytes: bytes)
            : CapacityUnits.reading(bytes: bytes, isConsistent: isConsistent)
        try table.throughput.admit(TableThroughput.Charge(units, of: .table, at: keyPlace), for: .read, now)
        return units
    }
}

/// The rows of a set of reads.
package struct ItemRows {
    let newest: any Snapshot
    /// What eventually consistent reads see.
    let older: any Snapshot
    let reads: [ItemRead]
    let claims: ItemClaims
    let clock: any WallClock

    /// Lends one row after another; nil where there is no such item.
    package func forEach(
        _ body: (_ position: Int, _ row: UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError) {
        var start = 0
        while start < reads.count {
            let isConsistent = reads[start].isConsistent
            let rest = reads[start...]
            let end = rest.firstIndex { $0.isConsistent != isConsistent } ?? reads.count
            let snapshot = isConsistent ? newest : older
            try snapshot.withValues(for: reads[start..<end].map(\.place.entryKey)) {
                position,
                row throws(StorageError) in
                try body(start + position, row)
            }
            start = end
        }
    }

    /// Whether a transaction in preparation holds the item of the read at a position.
    package func isHeld(_ position: Int) -> Bool {
        claims.holds(reads[position].place.entryKey)
    }

    /// Takes what the read at a position costs, and answers the units.
    ///
    /// - Throws: the throttling error of its table where that has no throughput left.
    package func admit(_ position: Int, bytes: Int) throws(ServiceError) -> Double {
        try reads[position].admit(bytes: bytes, at: clock.now)
    }
}
