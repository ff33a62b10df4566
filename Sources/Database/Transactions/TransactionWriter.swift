// The changes of a transaction, within one transaction of the store.

import ApusModel
import ApusStorage
import ApusThroughput

/// That a transaction has been prepared: nothing that its preparation has written may remain.
struct PreparedTransaction: Error {}

/// Runs a transaction in one go or in two steps. Runs on the writer thread.
struct TransactionWriter {
    private let transaction: ItemTransaction
    private var writer: ItemWriter
    private let tokens: RequestTokens

    init(_ transaction: ItemTransaction, writer: ItemWriter, tokens: RequestTokens) {
        self.transaction = transaction
        self.writer = writer
        self.tokens = tokens
    }

    /// Does all at once.
    func run() throws -> TransactionOutcome {
        if let replay = try replay() { return replay }
        let outcomes = try outcomes()
        try noteToken()
        return .applied(outcomes)
    }

    /// Tests everything, takes what it costs, and holds the items.
    ///
    /// - Throws: `PreparedTransaction` where nothing is in the way: what has been written for the test must vanish.
    func prepare() throws -> TransactionOutcome {
        if let replay = try replay() { return replay }
        _ = try outcomes()
        writer.claims.hold(transaction.changes.map(\.place))
        if let token = transaction.token { tokens.begin(token) }
        throw PreparedTransaction()
    }

    /// Does what has been prepared, and lets go of the items.
    func commit() throws -> TransactionOutcome {
        writer.claims.release(transaction.changes.map(\.place))
        if let token = transaction.token { tokens.end(token) }
        var paid = self
        paid.writer.takesThroughput = false
        let outcomes = try paid.outcomes()
        try noteToken()
        return .applied(outcomes)
    }

    /// Applies all changes.
    ///
    /// - Throws: the cancellation, where one of them is refused. All are tried all the same, as each has its reason told.
    private func outcomes() throws -> [ItemOutcome] {
        var outcomes: [ItemOutcome] = []
        var refusals: [ServiceError?] = []
        for action in transaction.actions {
            do {
                outcomes.append(try writer.apply(try action.get()))
                refusals.append(nil)
            } catch let refusal as ServiceError {
                refusals.append(refusal)
            }
        }
        if let cancellation = try ServiceError.transactionCanceled(by: refusals) { throw cancellation }
        guard outcomes.reduce(0, { $0 + max($1.oldSize, $1.newSize) }) <= Limits.transactionBytes else {
            throw ServiceError.transactionTooLarge
        }
        return outcomes
    }

    private func noteToken() throws(StorageError) {
        guard let token = transaction.token else { return }
        try tokens.note(token, in: writer.transaction, at: writer.now)
    }

    // MARK: Replays

    /// What the transaction costs where it has taken effect already; nil where it is new.
    private func replay() throws -> TransactionOutcome? {
        guard let token = transaction.token,
            try tokens.find(token, in: writer.transaction, at: writer.now) == .done
        else { return nil }
        return .replayed(units: try transaction.changes.map { try chargeReading($0) })
    }

    /// Takes the units of reading an item in a transaction. What has been done cannot be refused any more, so this is
    /// not refused where the table has no throughput left.
    private func chargeReading(_ change: ItemChange) throws -> Double {
        var size = 0
        try writer.transaction.withValue(for: change.entryKey) { row throws(StorageError) in
            size = try RowReader(row).itemSize
        }
        let units = CapacityUnits.readingInTransaction(bytes: size)
        let table = try writer.transaction.newest(of: change.table)
        table.throughput.charge(.init(units, of: .table, at: change.keyPlace), for: .read, writer.now)
        return units
    }
}

extension ServiceError {
    // The service's wording is not published.
    package static let transactionTooLarge = ServiceError.validation(
        "The aggregate size of the items in the transaction exceeds the limit of 4 MB"
    )
}
