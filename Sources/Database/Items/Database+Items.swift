// Single items, written and read.

import ApusModel
import ApusStorage
import ApusThroughput

extension Database {
    /// Applies changes in one transaction, in order, and answers once they are durable.
    ///
    /// Either all take effect or, when the completion gets an error, none.
    package func apply(
        _ changes: [ItemChange],
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<[ItemOutcome], any Error>) -> Void
    ) {
        write(completingOn: executor) { writer in
            try changes.map { try writer.apply($0) }
        } completion: {
            completion($0)
        }
    }

    /// Applies those changes of a batch that there is throughput for and that no transaction is in the way of, in one
    /// transaction, in order, and answers once they are durable: with the outcome of each change, or with the refusal of
    /// one that was not applied.
    ///
    /// When the completion gets an error, none has taken effect.
    package func applyAdmitted(
        _ changes: [ItemChange],
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<[Result<ItemOutcome, ServiceError>], any Error>) -> Void
    ) {
        write(completingOn: executor) { writer in
            try changes.map { change in
                do {
                    return .success(try writer.apply(change))
                } catch let error as ServiceError where error.passes {
                    return .failure(error)
                }
            }
        } completion: {
            completion($0)
        }
    }

    func write<Answer: Sendable>(
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (ItemWriter) throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        store.write(completingOn: executor) { [stamps, settings, clock, log, claims, expirations] transaction in
            try body(
                ItemWriter(
                    transaction: transaction,
                    stamp: stamps.next(),
                    now: clock.now,
                    log: log,
                    collectionLimitBytes: settings.itemCollectionBytes,
                    claims: claims,
                    expirations: expirations
                )
            )
        } completion: {
            completion($0)
        }
    }

    /// Reads an item and renders its row.
    ///
    /// `render` runs at once where the row is in memory; else on a worker thread, and the answer comes back on the
    /// executor.
    package func readItem(
        _ read: ItemRead,
        completingOn executor: any CompletionExecutor,
        _ render: @escaping @Sendable (RowReader) throws(StorageError) -> [UInt8],
        completion: @escaping @Sendable (Result<RenderedItem, any Error>) -> Void
    ) {
        let snapshot = snapshot(isConsistent: read.isConsistent, staleness: read.staleness)
        do {
            // What is throttled need not be rendered; what it costs shows only then.
            try read.requireRoom(at: clock.now)
            var item: RenderedItem?
            let lookup = try snapshot.withCachedValue(for: read.place.entryKey) { row throws(StorageError) in
                item = try RenderedItem(row, render)
            }
            if lookup != .notCached { return completion(.success(try admitted(item, read))) }
        } catch {
            return completion(.failure(error))
        }
        workers.run(answeringOn: executor) { [self] in
            var item: RenderedItem?
            try snapshot.withValue(for: read.place.entryKey) { row throws(StorageError) in
                item = try RenderedItem(row, render)
            }
            return try admitted(item, read)
        } completion: {
            completion($0)
        }
    }

    private func admitted(_ item: RenderedItem?, _ read: ItemRead) throws(ServiceError) -> RenderedItem {
        var item = item ?? .none
        item.units = try read.admit(bytes: item.size, at: clock.now)
        return item
    }

    /// Lends the rows of many items to `body`, in the order of the reads.
    package func readItems<Answer: Sendable>(
        _ reads: [ItemRead],
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (ItemRows) throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let newest = store.snapshot()
        let older = snapshot(isConsistent: false, staleness: reads.lazy.compactMap(\.staleness).max())
        workers.run(answeringOn: executor) { [clock, claims] in
            try body(ItemRows(newest: newest, older: older, reads: reads, claims: claims, clock: clock))
        } completion: {
            completion($0)
        }
    }
}

/// An item in the form that its reader wanted.
// Not generic over that form: this is the hottest path, and generic code would look its types up each time.
package struct RenderedItem: Sendable {
    /// Nil where there is no such item.
    package let bytes: [UInt8]?
    /// The size of the item by the service's measure, in bytes; 0 for none.
    package let size: Int
    /// What reading it took of the table.
    package fileprivate(set) var units = 0.0

    fileprivate static let none = RenderedItem(bytes: nil, size: 0)

    private init(bytes: [UInt8]?, size: Int) {
        self.bytes = bytes
        self.size = size
    }

    fileprivate init(
        _ row: UnsafeRawBufferPointer,
        _ render: (RowReader) throws(StorageError) -> [UInt8]
    ) throws(StorageError) {
        let reader = try RowReader(row)
        self.init(bytes: try render(reader), size: reader.itemSize)
    }
}

extension ServiceError {
    /// Whether what is refused may be done a little later: there is no throughput left, or a transaction is in the way.
    fileprivate var passes: Bool {
        isThrottling || code == .transactionConflict
    }
}
