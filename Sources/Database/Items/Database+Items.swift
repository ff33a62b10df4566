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
        let outcomes = OutcomeBox()
        store.write(completingOn: executor) { [stamps, settings] transaction in
            let writer = ItemWriter(
                transaction: transaction,
                stamp: stamps.next(),
                collectionLimitBytes: settings.itemCollectionBytes
            )
            outcomes.values = try changes.map { try writer.apply($0) }
        } completion: { result in
            completion(result.map { outcomes.values })
        }
    }

    /// Reads an item and renders its row; answers nil where there is no such item.
    ///
    /// `render` runs at once where the row is in memory; else on a worker thread, and the answer comes back on the
    /// executor.
    package func readItem(
        _ key: PrimaryKey,
        of table: Table,
        completingOn executor: any CompletionExecutor,
        _ render: @escaping @Sendable (RowReader) throws(StorageError) -> [UInt8],
        completion: @escaping @Sendable (Result<RenderedItem?, any Error>) -> Void
    ) {
        let snapshot = store.snapshot()
        let entryKey = table.entryKey(for: key)
        do throws(StorageError) {
            var item: RenderedItem?
            let lookup = try snapshot.withCachedValue(for: entryKey) { row throws(StorageError) in
                item = try RenderedItem(row, render)
            }
            if lookup != .notCached { return completion(.success(item)) }
        } catch {
            return completion(.failure(error))
        }
        workers.run(answeringOn: executor) {
            var item: RenderedItem?
            try snapshot.withValue(for: entryKey) { row throws(StorageError) in
                item = try RenderedItem(row, render)
            }
            return item
        } completion: {
            completion($0)
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

/// Carries outcomes from the writer thread to the completion.
// Unchecked: the store runs the completion after the body, never beside it.
private final class OutcomeBox: @unchecked Sendable {
    var values: [ItemOutcome] = []
}

/// An item in the form that its reader wanted.
// Not generic over that form: this is the hottest path, and generic code would look its types up each time.
package struct RenderedItem: Sendable {
    package let bytes: [UInt8]
    /// The size of the item by the service's measure, in bytes.
    package let size: Int

    fileprivate init(
        _ row: UnsafeRawBufferPointer,
        _ render: (RowReader) throws(StorageError) -> [UInt8]
    ) throws(StorageError) {
        let reader = try RowReader(row)
        bytes = try render(reader)
        size = reader.itemSize
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
