// How indexes join tables that have items already, and how they leave.

import ApusModel
import ApusStorage
import Logging

extension Database {
    /// Begins what the indexes of a table wait for, unless it has begun already.
    func tendIndexes(of table: Table) {
        for index in table.definition.indexes where index.phase != .built && indexWorks.begin(index, of: table) {
            let metadata = metadata(of: index, in: table)
            if index.phase == .building {
                logger.info("filling an index", metadata: metadata)
            } else {
                logger.info("discarding an index", metadata: metadata)
            }
            indexWorks.run { [weak self] in self?.beginWork(on: index, of: table) }
        }
    }

    /// How long to wait where too many writes are queued.
    private static let secondsUntilRetry = 0.5

    private func beginWork(on index: IndexDefinition, of table: Table) {
        switch index.phase {
        case .building: fillPart(of: index, in: table)
        case .deleting: discardEntries(of: index, in: table)
        case .built: break
        }
    }

    private func metadata(of index: IndexDefinition, in table: Table) -> Logger.Metadata {
        ["table": "\(table.name.text)", "index": "\(index.name)"]
    }

    // MARK: Filling

    /// Enters the next items, and comes back for more. Where it stands is stored with them, so a crash loses nothing.
    private func fillPart(of definition: IndexDefinition, in table: Table) {
        let result = Result {
            guard let newest = table.line.newest, let index = newest.index(building: definition.id) else {
                return IndexPart?.none
            }
            return try IndexPart(reading: store.snapshot(), of: newest, for: index)
        }
        switch result {
        case .failure(let error): giveUp(on: definition, of: table, because: error)
        case .success(nil): indexWorks.end(definition, of: table)
        case .success(let part?): enter(part, into: definition, of: table)
        }
    }

    private func enter(_ part: IndexPart, into definition: IndexDefinition, of table: Table) {
        store.write(completingOn: ImmediateExecutor.shared) { [stamps] transaction in
            let newest = try transaction.newest(of: table)
            guard let index = newest.index(building: definition.id) else { return false }
            try part.enter(by: IndexWriter(transaction: transaction, stamp: stamps.next()), into: index)
            return true
        } completion: { [weak self] result in
            guard let self else { return }
            switch result {
            case .failure(let error): giveUp(on: definition, of: table, because: error)
            // The index has been dropped meanwhile, and another may have taken its number.
            case .success(false): indexWorks.end(definition, of: table)
            case .success(true) where part.isLast: finishFilling(definition, of: table)
            case .success(true): indexWorks.run { [weak self] in self?.fillPart(of: definition, in: table) }
            }
        }
    }

    private func finishFilling(_ definition: IndexDefinition, of table: Table) {
        change(table.name, in: table.definition.region) { transaction, _ in
            var record = try transaction.tableRecord(of: table.name, in: table.definition.region)
            guard let position = record?.definition.indexes.firstIndex(where: { $0.id == definition.id }),
                record?.id == table.id, record?.definition.indexes[position].phase == .building
            else { return nil }
            record?.definition.indexes[position].phase = .built
            transaction.delete(KeySpace.buildProgress(ofIndex: definition.id, of: table.id))
            return record.map { record in
                transaction.put(record)
                return CatalogChange(record: record)
            }
        } completion: { [weak self] result in
            guard let self else { return }
            if case .failure(let error) = result { return giveUp(on: definition, of: table, because: error) }
            indexWorks.end(definition, of: table)
            logger.info("an index is complete", metadata: metadata(of: definition, in: table))
        }
    }

    // MARK: Discarding

    private func discardEntries(of definition: IndexDefinition, in table: Table) {
        do {
            try store.discard(.prefix(KeySpace.entryPrefix(of: table.id, index: definition.id)))
        } catch {
            return giveUp(on: definition, of: table, because: error)
        }
        clock.run(after: settings.transitionDelay) { [weak self] in self?.forget(definition, of: table) }
    }

    private func forget(_ definition: IndexDefinition, of table: Table) {
        change(table.name, in: table.definition.region) { transaction, _ in
            let record = try transaction.tableRecord(of: table.name, in: table.definition.region)
            guard let record, record.id == table.id else { return nil }
            transaction.delete(KeySpace.itemCount(ofIndex: definition.id, of: table.id))
            transaction.delete(KeySpace.size(ofIndex: definition.id, of: table.id))
            transaction.delete(KeySpace.buildProgress(ofIndex: definition.id, of: table.id))
            let rest = TableRecord(id: record.id, definition: record.definition.withoutIndex(definition.id))
            transaction.put(rest)
            return CatalogChange(record: rest)
        } completion: { [weak self] result in
            guard let self else { return }
            if case .failure(let error) = result { return giveUp(on: definition, of: table, because: error) }
            indexWorks.end(definition, of: table)
        }
    }

    /// Leaves an index as it is until the store is opened again, unless what is in the way will pass.
    private func giveUp(on definition: IndexDefinition, of table: Table, because error: any Error) {
        if case StorageError.overloaded = error {
            return indexWorks.run(after: Self.secondsUntilRetry) { [weak self] in
                self?.beginWork(on: definition, of: table)
            }
        }
        indexWorks.end(definition, of: table)
        // Nothing is amiss where the table was deleted or the store closed meanwhile.
        if error is ServiceError { return }
        if case StorageError.closed = error { return }
        var metadata = metadata(of: definition, in: table)
        metadata["error"] = "\(error)"
        logger.error("an index could not be tended; restart apus to try again", metadata: metadata)
    }
}

extension Table {
    fileprivate func index(building id: UInt8) -> Index? {
        indexes.first { $0.definition.id == id && $0.definition.phase == .building }
    }
}
