// The database: tables and items over a store.

import ApusModel
import ApusStorage
import ApusThroughput
import Logging

/// What can be set of a database.
package struct DatabaseSettings: Sendable {
    /// How long a table is CREATING, UPDATING or DELETING, and an index CREATING or DELETING at least.
    package var transitionDelay: Duration
    /// How many threads read pages and batches.
    package var workerThreads: Int
    /// How large the items of one partition key value and their entries in local indexes may be together, in bytes, in
    /// a table with such indexes.
    package var itemCollectionBytes: Int
    /// How throughput is admitted.
    package var throughput: ThroughputRules
    /// How old the state is that eventually consistent reads and reads of global indexes see.
    package var staleness: Duration
    /// How long after its time an expired item is removed at the earliest.
    package var expiryDelay: Duration
    /// How many expired items are removed in a second at most; nil for no bound.
    package var expiryPace: Int?
    /// How long transactions hold their items before they take effect.
    package var transactionWindow: Duration
    /// The account that all tables belong to.
    package var account: String

    /// The pace where time passes by itself: it leaves nine tenths of the one thread that writes to requests.
    package static let machineExpiryPace = 5_000

    package init(
        transitionDelay: Duration = .zero,
        workerThreads: Int = 4,
        itemCollectionBytes: Int = Limits.itemCollectionBytes,
        throughput: ThroughputRules = ThroughputRules(),
        staleness: Duration = .zero,
        expiryDelay: Duration = .zero,
        expiryPace: Int? = nil,
        transactionWindow: Duration = .zero,
        account: String = "123456789012"
    ) {
        self.transitionDelay = transitionDelay
        self.workerThreads = workerThreads
        self.itemCollectionBytes = itemCollectionBytes
        self.throughput = throughput
        self.staleness = staleness
        self.expiryDelay = expiryDelay
        self.expiryPace = expiryPace
        self.transactionWindow = transactionWindow
        self.account = account
    }
}

/// Tables and items over a store. Writes go through the store's one writer; reads see what is durable.
package final class Database: Sendable {
    package let catalog: Catalog
    package let streams: StreamCatalog
    package let clock: any WallClock
    package let settings: DatabaseSettings
    /// What admits operations on tables.
    package let controlPlane: ControlPlaneThroughput

    let history: SnapshotHistory
    let store: any Store
    let stamps: StampSource
    let log: ChangeLog
    let workers: WorkerPool
    let indexWorks = IndexWorks()
    let expirations: Expirations
    let claims = ItemClaims()
    let tokens = RequestTokens()
    let logger: Logger

    /// Opens the database over a store that is open already, and goes on with what was cut short: deletions, and the
    /// filling and discarding of indexes.
    package init(
        store: any Store,
        settings: DatabaseSettings = DatabaseSettings(),
        clock: any WallClock = SystemClock(),
        logger: Logger
    ) throws(StorageError) {
        self.store = store
        self.settings = settings
        self.clock = clock
        self.logger = logger
        controlPlane = ControlPlaneThroughput(rules: settings.throughput)
        history = SnapshotHistory()
        stamps = StampSource(clock: clock)
        log = ChangeLog(stamps: stamps)
        workers = WorkerPool(threads: settings.workerThreads)
        expirations = Expirations(delay: settings.expiryDelay, clock: clock)
        let snapshot = store.snapshot()
        catalog = try Catalog(reading: snapshot, clock: clock, throughput: settings.throughput)
        let streams = try snapshot.streams()
        self.streams = StreamCatalog(streams, clock: clock)
        try stamps.pass(streams, in: snapshot)
        keepStates(for: .zero)
        // On the writer thread, so in the order of the commits.
        store.observeCommits { [history, clock, expirations, weak store, weak self] in
            guard let store else { return }
            history.note(store.snapshot(), at: clock.now)
            self?.renewLateShards()
            expirations.followCommit()
        }
        for table in catalog.storedTables { followThroughput(of: table) }
        resumeStreams()
        try reclaimDroppedTables(in: snapshot)
        dropGoneTables()
        for table in catalog.storedTables { tendIndexes(of: table) }
        for table in catalog.storedTables { dropWhenGone(table) }
        for table in catalog.storedTables { tendExpiry(of: table) }
        expirations.start { [weak self] sweep, line in self?.sweepExpired(sweep, of: line) }
    }

    /// Finishes the writes under way and closes the store.
    package func close() throws(StorageError) {
        try store.close()
    }

    private func reclaimDroppedTables(in snapshot: any Snapshot) throws(StorageError) {
        var tableIDs: [UInt32] = []
        try snapshot.scan(KeySpace.droppedTables, .forward) { key, _ in
            tableIDs.append(KeySpace.tableID(ofDroppedTable: key))
            return .next
        }
        guard !tableIDs.isEmpty else { return }
        logger.info("freeing the room of deleted tables", metadata: ["tables": "\(tableIDs.count)"])
        for tableID in tableIDs { try store.discard(KeySpace.entries(of: tableID)) }
        let marks = tableIDs.map(KeySpace.droppedTable)
        store.write(completingOn: ImmediateExecutor.shared) { [tables = tableIDs] transaction in
            for mark in marks { transaction.delete(mark) }
            // A change that came too late for a table may have counted.
            for tableID in tables {
                transaction.delete(KeySpace.itemCount(of: tableID))
                transaction.delete(KeySpace.size(of: tableID))
            }
        } completion: { [logger] result in
            guard case .failure(let error) = result else { return }
            logger.warning("could not forget deleted tables", metadata: ["error": "\(error)"])
        }
    }
}

extension Store {
    /// Runs a transaction and hands what its body answered to `completion`.
    func write<Answer: Sendable>(
        completingOn executor: any CompletionExecutor,
        answering body: @escaping @Sendable (any WriteTransaction) throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let box = AnswerBox<Answer>()
        write(completingOn: executor) { transaction in
            box.answer = try body(transaction)
        } completion: { result in
            completion(result.map { box.answer! })
        }
    }
}

/// Carries an answer from the writer thread to the completion.
// Unchecked: the store runs the completion after the body, never beside it.
private final class AnswerBox<Answer>: @unchecked Sendable {
    var answer: Answer?
}
