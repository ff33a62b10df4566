// Single items, written and read.

import ApusModel
import ApusStorage

extension Database {
    /// Applies changes in one transaction, in order, and answers once they are durable.
    ///
    /// Either all take effect or, when the completion gets an error, none.
    package func apply(
        _ changes: [ItemChange],
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<[ItemOutcome], any Error>) -> Void
    ) {
        store.write(
            completingOn: executor,
            answering: { [stamps] transaction in
                let writer = ItemWriter(transaction: transaction, stamp: stamps.next())
                return try changes.map { try writer.apply($0) }
            },
            completion: completion
        )
    }

    /// Lends the row of an item to `body`: nil where there is no such item.
    ///
    /// `body` runs at once where the row is in memory; else on a worker thread, and its answer comes back on the
    /// executor.
    package func readItem<Answer: Sendable>(
        _ key: PrimaryKey,
        of table: Table,
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (_ row: UnsafeRawBufferPointer?) throws(StorageError) -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let snapshot = store.snapshot()
        let entryKey = table.entryKey(for: key)
        do throws(StorageError) {
            if let answer = try cachedAnswer(of: body, for: entryKey, in: snapshot) {
                completion(.success(answer))
                return
            }
        } catch {
            completion(.failure(error))
            return
        }
        workers.run(answeringOn: executor) {
            var answer: Answer?
            try snapshot.withValue(for: entryKey) { row throws(StorageError) in answer = try body(row) }
            return try answer ?? body(nil)
        } completion: {
            completion($0)
        }
    }

    private func cachedAnswer<Answer>(
        of body: (_ row: UnsafeRawBufferPointer?) throws(StorageError) -> Answer,
        for key: [UInt8],
        in snapshot: any Snapshot
    ) throws(StorageError) -> Answer? {
        var answer: Answer?
        switch try snapshot.withCachedValue(for: key, { row throws(StorageError) in answer = try body(row) }) {
        case .found: return answer
        case .absent: return try body(nil)
        case .notCached: return nil
        }
    }

    /// Lends the rows of many items to `body`, in the order of the keys, all from one state of the store.
    package func readItems<Answer: Sendable>(
        at places: [ItemPlace],
        completingOn executor: any CompletionExecutor,
        _ body: @escaping @Sendable (ItemRows) throws -> Answer,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        let snapshot = store.snapshot()
        let entryKeys = places.map(\.entryKey)
        workers.run(answeringOn: executor) {
            try body(ItemRows(snapshot: snapshot, keys: entryKeys))
        } completion: {
            completion($0)
        }
    }
}

/// Where an item stands, or would stand. Two places are equal where table and key are.
package struct ItemPlace: Hashable, Sendable {
    fileprivate let entryKey: [UInt8]

    package init(of key: PrimaryKey, in table: Table) {
        entryKey = table.entryKey(for: key)
    }
}

extension ItemChange {
    /// Where the item of this change stands.
    package var place: ItemPlace { ItemPlace(of: key, in: table) }
}

/// The rows of a set of keys.
package struct ItemRows {
    fileprivate let snapshot: any Snapshot
    fileprivate let keys: [[UInt8]]

    /// Lends one row after another; nil where there is no such item.
    package func forEach(
        _ body: (_ position: Int, _ row: UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError) {
        try snapshot.withValues(for: keys, body)
    }
}
