// How tables come, change and go.

import ApusModel
import ApusStorage
import ApusThroughput

extension Database {
    /// Creates a table.
    ///
    /// - Parameter make: gives the definition of a table that is created then. It may run more than once.
    package func createTable(
        named name: TableName,
        in region: String,
        completingOn executor: any CompletionExecutor,
        make: @escaping @Sendable (Moment) -> TableDefinition,
        completion: @escaping @Sendable (Result<Table, any Error>) -> Void
    ) {
        dropGoneTables()
        change(name, in: region, completingOn: executor) { [self] transaction, moment in
            let existing = try transaction.tableRecord(of: name, in: region)
            if let existing {
                guard existing.definition.state(at: moment.now) == .gone else {
                    throw ServiceError(.resourceInUse, "Table already exists: \(name.text)")
                }
                try transaction.drop(existing)
            }
            try catalog.requireRoom(in: region)
            var record = TableRecord(
                id: try transaction.takeTableID(),
                definition: make(moment)
            )
            let stream = try followStream(of: &record, from: nil, in: transaction, at: moment)
            transaction.put(record)
            return CatalogChange(record: record, droppedID: existing?.id, stream: stream)
        } completion: {
            completion($0)
        }
    }

    /// Changes the definition of a table. The database goes on from there: it fills indexes that are to be built, and
    /// discards those that are to be deleted.
    ///
    /// - Parameter alteration: runs on the newest definition, and refuses by throwing. It may run more than once.
    package func alterTable(
        named name: TableName,
        in region: String,
        completingOn executor: any CompletionExecutor,
        _ alteration: @escaping @Sendable (inout TableDefinition, Moment) throws -> Void,
        completion: @escaping @Sendable (Result<Table, any Error>) -> Void
    ) {
        change(name, in: region, completingOn: executor) { [self] transaction, moment in
            guard let existing = try transaction.tableRecord(of: name, in: region),
                existing.definition.state(at: moment.now) != .gone
            else { throw ServiceError.tableNotFound(name) }
            var record = existing
            try alteration(&record.definition, moment)
            let stream = try followStream(of: &record, from: existing, in: transaction, at: moment)
            transaction.put(record)
            transaction.beginFilling(from: existing, to: record)
            return CatalogChange(record: record, stream: stream)
        } completion: {
            completion($0)
        }
    }

    /// Deletes a table: it is DELETING for the transition delay, then gone.
    package func deleteTable(
        named name: TableName,
        in region: String,
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<Table, any Error>) -> Void
    ) {
        change(name, in: region, completingOn: executor) { [self] transaction, moment in
            guard let existing = try transaction.tableRecord(of: name, in: region) else {
                throw ServiceError.tableNotFound(name)
            }
            try existing.definition.requireDeletable(at: moment.now)
            var definition = existing.definition
            definition.goneTime = moment.ready
            let record = TableRecord(id: existing.id, definition: definition)
            let stream = try closeStream(of: record, in: transaction, at: moment)
            guard definition.state(at: moment.now) == .gone else {
                transaction.put(record)
                return CatalogChange(record: record, stream: stream)
            }
            try transaction.drop(record)
            return CatalogChange(record: record, droppedID: record.id, stream: stream)
        } completion: {
            completion($0)
        }
    }

    /// Drops the tables whose deletion has come to its end.
    func dropGoneTables() {
        for gone in catalog.goneTables {
            change(gone.name, in: gone.definition.region) { transaction, moment in
                let record = try transaction.tableRecord(of: gone.name, in: gone.definition.region)
                guard let record, record.id == gone.id, record.definition.state(at: moment.now) == .gone else {
                    return nil
                }
                try transaction.drop(record)
                return CatalogChange(record: record, droppedID: gone.id)
            } completion: { [logger] result in
                guard case .failure(let error) = result else { return }
                logger.warning("could not drop a deleted table", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Comes back when the deletion of a table comes to its end.
    func dropWhenGone(_ table: Table) {
        guard let time = table.definition.goneTime else { return }
        clock.run(at: time) { [weak self] in self?.dropGoneTables() }
    }

    /// What a transaction has done to the catalog.
    struct CatalogChange: Sendable {
        /// The table as it is now.
        let record: TableRecord
        /// The table whose entries are garbage from now on.
        var droppedID: UInt32?
        /// The stream that has opened or closed with it.
        var stream: Stream?
    }

    /// Runs a change of the catalog. The catalog in memory follows on the writer thread, so in the order of the store.
    ///
    /// - Parameter body: answers nil where there was nothing to do.
    func change(
        _ name: TableName,
        in region: String,
        _ body: @escaping @Sendable (any WriteTransaction, Moment) throws -> CatalogChange?,
        completion: @escaping @Sendable (Result<Table?, any Error>) -> Void
    ) {
        store.write(completingOn: ImmediateExecutor.shared) { [catalog, clock, settings] transaction in
            // Until the catalog has followed, whoever changes items must look at the store.
            catalog.line(of: name, in: region)?.isChanging = true
            let now = clock.now
            return try body(transaction, Moment(now: now, ready: now.advanced(by: settings.transitionDelay)))
        } completion: { [self] result in
            completion(result.map { change in change.map(follow) })
            if result.hasRun { catalog.line(of: name, in: region)?.isChanging = false }
        }
    }

    private func change(
        _ name: TableName,
        in region: String,
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (any WriteTransaction, Moment) throws -> CatalogChange,
        completion: @escaping @Sendable (Result<Table, any Error>) -> Void
    ) {
        change(name, in: region, body) { result in
            executor.run([{ completion(result.map { $0! }) }])
        }
    }

    private func follow(_ change: CatalogChange) -> Table {
        let definition = change.record.definition
        let line =
            catalog.line(of: definition.name, in: definition.region, id: change.record.id)
            ?? TableLine(throughput: TableThroughput(rules: settings.throughput))
        let table = Table(id: change.record.id, definition: definition, line: line)
        line.show(table)
        followThroughput(of: table)
        if change.droppedID == table.id {
            catalog.forget(table)
            line.end()
        } else {
            catalog.show(table)
            dropWhenGone(table)
            tendIndexes(of: table)
        }
        tendExpiry(of: table)
        if let stream = change.stream { follow(stream) }
        if let droppedID = change.droppedID { reclaim(droppedID) }
        return table
    }

    /// Lets the throughput of a table be what its newest definition says.
    func followThroughput(of table: Table) {
        let definition = table.definition
        // Only a partition that holds too much is divided for it, so figures that cannot be read do no harm.
        let statistics = try? statistics(of: table)
        table.throughput.follow(
            definition,
            arn: "arn:aws:dynamodb:\(definition.region):\(settings.account):table/\(definition.name.text)",
            sizeBytes: { resource in
                switch resource {
                case .table: statistics?.table.sizeBytes ?? 0
                case .index(let id): statistics?.indexes[id]?.sizeBytes ?? 0
                }
            },
            at: clock.now
        )
    }

    /// Frees what the entries of dropped tables take up. A crash meanwhile is made up for at the next start.
    private func reclaim(_ tableID: UInt32) {
        workers.run { [self] in
            do {
                try store.discard(KeySpace.entries(of: tableID))
            } catch {
                logger.warning("could not free the room of a deleted table", metadata: ["error": "\(error)"])
            }
        }
    }
}

extension Result where Failure == any Error {
    /// Whether a transaction with this result has run: a store that is overloaded or closed refuses it on the caller's
    /// thread, while another may be running.
    var hasRun: Bool {
        switch self {
        case .failure(StorageError.overloaded), .failure(StorageError.closed): false
        case .success, .failure: true
        }
    }
}
