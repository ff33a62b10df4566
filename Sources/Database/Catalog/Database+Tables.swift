// How tables come and go.

import ApusModel
import ApusStorage
import Dispatch

extension Database {
    /// Creates a table.
    ///
    /// - Parameter make: gives the definition, for the time at which the table is created and is to be ready.
    package func createTable(
        named name: TableName,
        in region: String,
        completingOn executor: any CompletionExecutor,
        make: @escaping @Sendable (_ creation: Timestamp, _ ready: Timestamp) -> TableDefinition,
        completion: @escaping @Sendable (Result<Table, any Error>) -> Void
    ) {
        dropGoneTables()
        change(completingOn: executor) { [catalog, clock, settings] transaction in
            let now = clock.now
            let existing = try transaction.record(of: name, in: region)
            if let existing {
                guard existing.definition.state(at: now) == .gone else {
                    throw ServiceError(.resourceInUse, "Table already exists: \(name.text)")
                }
                try transaction.drop(existing)
            }
            try catalog.requireRoom(in: region)
            let id = try transaction.takeTableID()
            let definition = make(now, now.advanced(by: settings.transitionDelay))
            transaction.put(
                TableRecord(id: id, definition: definition).bytes,
                for: KeySpace.definition(of: name, in: region)
            )
            return CatalogChange(
                table: Table(id: id, definition: definition),
                shows: true,
                droppedID: existing?.id
            )
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
        change(completingOn: executor) { [clock, settings] transaction in
            let now = clock.now
            guard let existing = try transaction.record(of: name, in: region) else {
                throw ServiceError.tableNotFound(name)
            }
            try Self.requireDeletable(existing.definition, at: now)
            var definition = existing.definition
            definition.goneTime = now.advanced(by: settings.transitionDelay)
            let record = TableRecord(id: existing.id, definition: definition)
            let table = Table(id: record.id, definition: definition)
            guard definition.state(at: now) == .gone else {
                transaction.put(record.bytes, for: KeySpace.definition(of: name, in: region))
                return CatalogChange(table: table, shows: true)
            }
            try transaction.drop(record)
            return CatalogChange(table: table, shows: false, droppedID: table.id)
        } completion: {
            completion($0)
        }
    }

    private static func requireDeletable(_ definition: TableDefinition, at now: Timestamp) throws(ServiceError) {
        switch definition.state(at: now) {
        case .active: return
        case .gone: throw .tableNotFound(definition.name)
        case .creating: throw .stillInUse("Table is being created: \(definition.name.text)")
        case .deleting: throw .stillInUse("Table is being deleted: \(definition.name.text)")
        }
    }

    /// Drops the tables whose deletion has come to its end.
    func dropGoneTables() {
        for gone in catalog.goneTables {
            change(completingOn: ImmediateExecutor.shared) { [clock] transaction in
                let record = try transaction.record(of: gone.name, in: gone.definition.region)
                guard let record, record.id == gone.id, record.definition.state(at: clock.now) == .gone else {
                    return CatalogChange(table: gone, shows: false)
                }
                try transaction.drop(record)
                return CatalogChange(table: gone, shows: false, droppedID: gone.id)
            } completion: { [logger] result in
                guard case .failure(let error) = result else { return }
                logger.warning("could not drop a deleted table", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Comes back when a deletion comes to its end. Where the clock is not the machine's, the next change of the catalog
    /// does what this finds too early.
    private func dropGoneTablesLater() {
        let (seconds, attoseconds) = settings.transitionDelay.components
        let delay = Double(seconds) + Double(attoseconds) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + delay) { [weak self] in self?.dropGoneTables() }
    }

    /// What a transaction has done to the catalog.
    private struct CatalogChange: Sendable {
        let table: Table
        /// Whether the table is to be seen from now on, or no longer.
        let shows: Bool
        var droppedID: UInt32?
    }

    /// Runs a change of the catalog. The catalog in memory follows on the writer thread, so in the order of the store.
    private func change(
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> CatalogChange,
        completion: @escaping @Sendable (Result<Table, any Error>) -> Void
    ) {
        store.write(completingOn: ImmediateExecutor.shared, answering: body) { [self] result in
            if case .success(let change) = result { follow(change) }
            executor.run([{ completion(result.map(\.table)) }])
        }
    }

    private func follow(_ change: CatalogChange) {
        if change.shows {
            catalog.show(change.table)
            if change.table.definition.goneTime != nil { dropGoneTablesLater() }
        } else {
            catalog.forget(change.table)
        }
        if let droppedID = change.droppedID { reclaim(droppedID) }
    }

    /// Frees what the entries of dropped tables take up. A crash meanwhile is made up for at the next start.
    func reclaim(_ tableID: UInt32) {
        workers.run { [self] in
            do {
                try store.discard(KeySpace.entries(of: tableID))
            } catch {
                logger.warning("could not free the room of a deleted table", metadata: ["error": "\(error)"])
            }
        }
    }
}

extension WriteTransaction {
    fileprivate func record(of name: TableName, in region: String) throws(StorageError) -> TableRecord? {
        var record: TableRecord?
        try withValue(for: KeySpace.definition(of: name, in: region)) { bytes throws(StorageError) in
            record = try TableRecord(bytes)
        }
        return record
    }

    fileprivate func takeTableID() throws(StorageError) -> UInt32 {
        let id = try counter(KeySpace.nextTableID) + 1
        add(1, toCounter: KeySpace.nextTableID)
        return UInt32(id)
    }

    /// Removes a table's definition and counters, and marks its entries as garbage.
    fileprivate func drop(_ record: TableRecord) throws(StorageError) {
        delete(KeySpace.definition(of: record.definition.name, in: record.definition.region))
        delete(KeySpace.itemCount(of: record.id))
        delete(KeySpace.size(of: record.id))
        put([], for: KeySpace.droppedTable(record.id))
    }
}

extension ServiceError {
    package static func tableNotFound(_ name: TableName) -> ServiceError {
        ServiceError(.resourceNotFound, "Requested resource not found: Table: \(name.text) not found")
    }

    fileprivate static func stillInUse(_ reason: String) -> ServiceError {
        ServiceError(.resourceInUse, "Attempt to change a resource which is still in use: \(reason)")
    }
}
