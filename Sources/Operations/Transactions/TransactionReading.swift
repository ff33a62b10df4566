// The reads of a transaction: all from one state, or a reason for each why not.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

/// One read of a transaction.
struct TransactionRead: Sendable {
    let table: Table
    let projection: Projection?
    /// What is demanded of an item that is shown; nil for nothing.
    let filter: Condition?
    /// Nil where the key does not fit the table, or a path the keys.
    fileprivate let read: Result<ItemRead, ServiceError>

    init(of key: Item, in table: Table, _ projection: Projection?, filter: Condition? = nil) {
        self.table = table
        self.projection = projection
        self.filter = filter
        read = Result { () throws(ServiceError) in
            try table.keySchema.requireScalars(in: projection?.paths ?? [])
            return ItemRead(inTransaction: try PrimaryKey(key, by: table.keySchema), of: table)
        }
    }
}

extension [TransactionRead] {
    /// Refuses several reads of one item.
    func requireDistinctItems() throws(ServiceError) {
        let places = compactMap { try? $0.read.get().place }
        guard Set(places).count == places.count else { throw .severalActionsOnOneItem }
    }
}

extension RequestContext {
    /// Reads all items from one state.
    ///
    /// The answer is a `TransactionCanceledException` where one of them cannot be read: its key does not fit, its table
    /// has no throughput left, or a transaction in preparation holds it. What the others cost is taken all the same.
    func readTransaction(
        _ reads: [TransactionRead],
        answer: @escaping @Sendable (Result<TransactionReading.Results, any Error>) -> Void
    ) {
        let possible = reads.compactMap { try? $0.read.get() }
        database.readItems(possible, completingOn: executor) { [heldBack] rows in
            var reading = TransactionReading(reads, heldBack: heldBack)
            try rows.forEach { position, row throws(StorageError) in
                try reading.take(row, at: position, of: rows)
            }
            return try reading.results()
        } completion: {
            answer($0)
        }
    }
}

/// Gathers the items of a transaction of reads, and what keeps it from being done.
struct TransactionReading {
    /// What a transaction of reads has found.
    struct Results: Sendable {
        let tables: [BatchTable]
        /// One for each read, as JSON; nil where there is no such item.
        let items: [[UInt8]?]
        let units: [Double]
    }

    private let reads: [TransactionRead]
    /// The positions, among all reads, of those that can be tried.
    private let positions: [Int]
    private var refusals: [ServiceError?]
    private var items: [[UInt8]?]
    private var units: [Double]
    private var byteCount = 0

    init(_ reads: [TransactionRead], heldBack: [Int: ServiceError]) {
        self.reads = reads
        positions = reads.indices.filter { reads[$0].refusal == nil }
        refusals = reads.indices.map { heldBack[$0] ?? reads[$0].refusal }
        items = reads.map { _ in nil }
        units = reads.map { _ in 0 }
    }

    /// Takes the row of the next read that can be tried, or that there is none.
    mutating func take(
        _ row: UnsafeRawBufferPointer?,
        at possible: Int,
        of rows: ItemRows
    ) throws(StorageError) {
        let position = positions[possible]
        guard refusals[position] == nil else { return }
        let reader = try row.map { row throws(StorageError) in try RowReader(row) }
        do throws(ServiceError) {
            guard !rows.isHeld(possible) else { throw .transactionConflict }
            units[position] = try rows.admit(possible, bytes: reader?.itemSize ?? 0)
        } catch {
            refusals[position] = error
            return
        }
        guard let reader else { return }
        byteCount += reader.itemSize
        guard try reads[position].shows(reader) else { return }
        var writer = JSONWriter(reservingBytes: 2 * reader.itemSize)
        try writer.item(reader, projection: reads[position].projection)
        items[position] = writer.bytes
    }

    /// - Throws: the cancellation, where one of the reads was refused.
    func results() throws(ServiceError) -> Results {
        if let cancellation = try ServiceError.transactionCanceled(by: refusals) { throw cancellation }
        guard byteCount <= Limits.transactionBytes else { throw .transactionTooLarge }
        return Results(tables: reads.map { BatchTable(table: $0.table, count: 1) }, items: items, units: units)
    }
}

extension TransactionRead {
    fileprivate func shows(_ row: RowReader) throws(StorageError) -> Bool {
        guard let filter else { return true }
        var row = row
        return filter.isMet(by: try row.readItem())
    }

    fileprivate var refusal: ServiceError? {
        if case .failure(let refusal) = read { refusal } else { nil }
    }
}
