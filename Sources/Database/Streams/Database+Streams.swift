// How the streams of tables open and close, and how their shards make room for others.

import ApusModel
import ApusStorage
import ApusThroughput
import Logging

/// Which shards of an open stream are to make room for others.
package enum ShardRenewal: Sendable {
    /// Those that are too old, or in which a partition of the table begins.
    case due
    /// All, each for one with the same partitions.
    case roll
    /// All, each for two with one half of its partitions.
    case split
}

extension Database {
    /// Lets the stream of a table follow its definition, from one state to another. Answers the stream, if it has
    /// opened or closed.
    func followStream(
        of record: inout TableRecord,
        from old: TableRecord?,
        in transaction: any WriteTransaction,
        at moment: Moment
    ) throws(StorageError) -> Stream? {
        let writer = StreamWriter(transaction: transaction, stamps: stamps, moment: moment)
        switch (old?.definition.settings.stream?.id, record.definition.settings.stream) {
        case (nil, let wanted?):
            let definition = record.definition
            let wish = definition.settings.lastStreamTime ?? moment.now
            let label = streams.takeLabel(of: definition.name, in: definition.region, at: wish)
            let hashes = partitionHashes(of: definition)
            let stream = try writer.open(wanted.viewType, of: record, labelled: label, shards: hashes)
            record.definition.settings.lastStreamTime = label
            record.definition.settings.stream?.id = stream.id
            return stream
        case (let id?, nil):
            return try transaction.stream(id).map { stream throws(StorageError) in
                try writer.close(stream)
            }
        case (nil, nil), (_?, _?): return nil
        }
    }

    /// Closes the stream of a table that is deleted. Answers it, if there is one.
    func closeStream(
        of record: TableRecord,
        in transaction: any WriteTransaction,
        at moment: Moment
    ) throws(StorageError) -> Stream? {
        guard let id = record.definition.settings.stream?.id, let stream = try transaction.stream(id) else {
            return nil
        }
        return try StreamWriter(transaction: transaction, stamps: stamps, moment: moment).close(stream)
    }

    /// The hashes with which partitions of a table begin: one that there is, or one that is about to be created.
    private func partitionHashes(of definition: TableDefinition) -> [UInt32] {
        if let line = catalog.line(of: definition.name, in: definition.region), line.newest?.isDeleted == false {
            return line.throughput.partitionHashes
        }
        let throughput = TableThroughput(rules: settings.throughput)
        throughput.follow(definition, arn: "", sizeBytes: { _ in 0 }, at: clock.now)
        return throughput.partitionHashes
    }

    /// Shows what has become of a stream.
    func follow(_ stream: Stream, partitionCount: Int? = nil) {
        streams.show(stream)
        let line = catalog.line(of: stream.tableName, in: stream.region, id: stream.tableID)
        line?.show(stream.isOpen ? OpenStream(stream, partitionCount: partitionCount) : nil)
        tend(stream)
    }

    // MARK: Shards

    /// The stream as it is at this moment, once those of its shards have made room for others that are due to.
    package func currentState(
        of stream: Stream,
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<Stream, any Error>) -> Void
    ) {
        let table = catalog.line(of: stream.tableName, in: stream.region, id: stream.tableID)?.newest
        guard let table, let open = table.line.openStream, open.stream.id == stream.id,
            open.isLate(for: table, at: clock.now)
        else { return completion(.success(stream)) }
        renewShards(of: stream, .due) { result in
            executor.run([{ completion(result) }])
        }
    }

    /// Lets shards of an open stream make room for others.
    package func renewShards(
        of stream: Stream,
        _ renewal: ShardRenewal,
        discarded: Set<UInt32> = [],
        completion: @escaping @Sendable (Result<Stream, any Error>) -> Void
    ) {
        let line = catalog.line(of: stream.tableName, in: stream.region, id: stream.tableID)
        store.write(completingOn: ImmediateExecutor.shared) { [stamps, clock, settings] transaction in
            let writer = StreamWriter(transaction: transaction, stamps: stamps, moment: Moment(clock, settings))
            guard var newest = try transaction.stream(stream.id) else { throw ServiceError.tableNotFound }
            line?.isChanging = true
            // Asked for first: if a partition is cut meanwhile, the shards will be found to be late again.
            let partitionCount = line?.throughput.partitionCount
            if newest.isOpen, let line {
                let hashes = line.throughput.partitionHashes
                newest = try writer.renewShards(of: newest, partitions: hashes, renewal)
            }
            return (stream: writer.trim(newest, discarded: discarded), partitionCount: partitionCount)
        } completion: { [self] (result: Result<(stream: Stream, partitionCount: Int?), any Error>) in
            if let (stream, partitionCount) = try? result.get() { follow(stream, partitionCount: partitionCount) }
            if result.hasRun { line?.isChanging = false }
            completion(result.map(\.stream))
        }
    }

    /// Renews the shards of the streams that changes have found to be late.
    func renewLateShards() {
        for id in log.takeLateStreams() {
            guard let stream = streams.stream(id) else { continue }
            renewShards(of: stream, .due) { [weak self] in self?.noteFailure(of: $0, of: stream) }
        }
    }
}

// MARK: - Time

extension Database {
    /// Comes back when something is to be done for a stream: a shard to be renewed, changes to be discarded, a shard or
    /// the stream itself to be forgotten.
    func tend(_ stream: Stream) {
        guard let time = stream.nextTime, streams.setAlarm(of: stream.id, at: time) else { return }
        let id = stream.id
        clock.run(at: time) { [weak self] in
            guard let self, streams.takeAlarm(of: id, at: time) else { return }
            workers.run { [weak self] in self?.lookAfterStream(id) }
        }
    }

    /// How long to wait where too many writes are queued.
    private static let retryInterval = Duration.seconds(10)

    private func lookAfterStream(_ id: UInt32) {
        guard let stream = streams.storedStream(id) else { return }
        let now = clock.now
        if stream.isGone(at: now) { return forget(stream) }
        let trimmed = stream.shards.filter { shard in
            !shard.isDiscarded && shard.trimTime.map { $0 <= now } ?? false
        }
        do throws(StorageError) {
            for shard in trimmed where shard.last != nil {
                try store.discard(KeySpace.changes(of: id, shard: shard.id.number))
            }
        } catch {
            return noteFailure(of: Result<Stream, any Error>.failure(error), of: stream)
        }
        renewShards(of: stream, .due, discarded: Set(trimmed.map(\.id.number))) { [weak self] in
            self?.noteFailure(of: $0, of: stream)
        }
    }

    /// Removes a stream that is gone: its changes, and then itself.
    private func forget(_ stream: Stream) {
        do throws(StorageError) {
            try store.discard(KeySpace.changes(of: stream.id))
        } catch {
            return noteFailure(of: Result<Stream, any Error>.failure(error), of: stream)
        }
        store.write(completingOn: ImmediateExecutor.shared) { transaction in
            if let stored = try transaction.stream(stream.id) { transaction.delete(stored) }
        } completion: { [weak self] (result: Result<Void, any Error>) in
            if case .success = result { self?.streams.forget(stream.id) }
            self?.noteFailure(of: result.map { stream }, of: stream)
        }
    }

    private func noteFailure(of result: Result<Stream, any Error>, of stream: Stream) {
        guard case .failure(let error) = result else { return }
        if case StorageError.overloaded = error {
            let id = stream.id
            return clock.run(after: Self.retryInterval) { [weak self] in
                self?.workers.run { [weak self] in self?.lookAfterStream(id) }
            }
        }
        // Nothing is amiss where the stream has gone or the store has been closed meanwhile.
        if error is ServiceError { return }
        if case StorageError.closed = error { return }
        let metadata: Logger.Metadata = ["table": "\(stream.tableName.text)", "error": "\(error)"]
        logger.warning(
            "a stream could not be looked after; it will be after a restart at the latest",
            metadata: metadata
        )
    }

    // MARK: Opening

    /// Goes on with the streams that were there when the database was closed.
    func resumeStreams() {
        for stream in streams.storedStreams { follow(stream) }
        // Before format 3 a stream was a setting without effect.
        for table in catalog.storedTables where table.definition.settings.stream != nil && table.streamID == nil {
            openStream(of: table)
        }
    }

    private func openStream(of table: Table) {
        guard !table.isDeleted else { return }
        change(table.name, in: table.definition.region) { [self] transaction, moment in
            guard let old = try transaction.tableRecord(of: table.name, in: table.definition.region),
                old.id == table.id, old.definition.settings.stream?.id == nil
            else { return nil }
            var record = old
            let stream = try followStream(of: &record, from: old, in: transaction, at: moment)
            transaction.put(record)
            return CatalogChange(record: record, stream: stream)
        } completion: { [logger] result in
            guard case .failure(let error) = result else { return }
            logger.warning("could not open the stream of a table", metadata: ["error": "\(error)"])
        }
    }
}

extension StampSource {
    /// Lets stamps from now on be greater than all numbers in the logs of streams, even if the clock was set back.
    func pass(_ streams: [Stream], in snapshot: any Snapshot) throws(StorageError) {
        for stream in streams {
            for shard in stream.shards {
                let last =
                    shard.isOpen ? try snapshot.lastChange(inShard: shard.id.number, of: stream.id) : shard.last
                for number in [shard.id.start, shard.end, last].compactMap(\.self) {
                    pass(WriteStamp(value: number.value))
                }
            }
        }
    }
}

extension Moment {
    fileprivate init(_ clock: any WallClock, _ settings: DatabaseSettings) {
        let now = clock.now
        self.init(now: now, ready: now.advanced(by: settings.transitionDelay))
    }
}
