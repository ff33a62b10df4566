// BatchWriteItem: puts and deletes up to 25 items; each entry takes effect as a whole.

import ApusDatabase
import ApusModel
import ApusWire

enum BatchWriteItem: Operation {
    static let name = OperationName.batchWriteItem

    static func run(
        _ request: BatchWriteItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<BatchWriteItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let items = request.requestItems ?? []
        try request.requireWellFormedEntries()
        var changes: [ItemChange] = []
        var tables: [BatchTable] = []
        for (tableName, entries) in items {
            let table = try context.activeTable(tableName)
            for entry in entries { changes.append(try entry.change(in: table)) }
            tables.append(BatchTable(table: table, count: entries.count))
        }
        guard Set(changes.map(\.place)).count == changes.count else { throw .duplicateBatchKeys }
        context.database.apply(changes, completingOn: context.executor) { [changes, tables] result in
            answer(
                result.map { outcomes in
                    let metrics = zip(changes, outcomes).map { change, outcome in
                        ItemCollectionMetrics(of: change, outcome, asked: request.returnItemCollectionMetrics)
                    }
                    return BatchWriteItemResponse(
                        consumedCapacity: tables.consumedCapacity(
                            outcomes.map(\.consumed),
                            asked: request.returnConsumedCapacity
                        ),
                        itemCollectionMetrics: tables.collections(of: metrics)
                    )
                }
            )
        }
    }
}

extension [BatchTable] {
    /// The collections of each table, as the last entry that changed each has left it.
    fileprivate func collections(
        of metrics: [ItemCollectionMetrics?]
    ) -> [(tableName: String, metrics: [ItemCollectionMetrics])] {
        gathered(metrics).compactMap { table, metrics in
            var collections: [ItemCollectionMetrics] = []
            for metrics in metrics.compactMap(\.self) {
                collections.removeAll { $0.key == metrics.key }
                collections.append(metrics)
            }
            return collections.isEmpty ? nil : (table.name.text, collections)
        }
    }
}

extension BatchWriteItemRequest {
    /// Checks what can be told without the tables: the number of entries, their form, and their values.
    fileprivate func requireWellFormedEntries() throws(ServiceError) {
        if hasAmbiguousEntry {
            throw .validation("Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest")
        }
        let entries = (requestItems ?? []).flatMap(\.entries)
        guard entries.count <= Limits.batchWriteEntries else {
            throw .validation("Too many items requested for the BatchWriteItem call")
        }
        for entry in entries {
            switch entry {
            case .put(let item): _ = try item.checked()
            case .delete(let key): _ = try key.checked()
            }
        }
    }
}

extension BatchWriteEntry {
    fileprivate func change(in table: Table) throws(ServiceError) -> ItemChange {
        switch self {
        case .put(let item): return try ItemChange(putting: item.value, in: table)
        case .delete(let key):
            return ItemChange(table: table, key: try PrimaryKey(key.value, by: table.keySchema), action: .delete)
        }
    }
}
