// BatchWriteItem: puts and deletes up to 25 items; each entry takes effect as a whole, or is handed back.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

enum BatchWriteItem: Operation {
    static let name = OperationName.batchWriteItem
    static let takesEntriesSingly = true

    static func unprocessedCount(in response: BatchWriteItemResponse) -> Int {
        response.unprocessedItems.reduce(0) { $0 + $1.entries.count }
    }

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
        let batch = BatchOfWrites(request: request, changes: changes, tables: tables, heldBack: context.heldBack)
        context.database.applyAdmitted(batch.wantedChanges, completingOn: context.executor) { result in
            answer(Result { try batch.response(to: try result.get()) })
        }
    }
}

/// A batch, with what each entry changes.
private struct BatchOfWrites: Sendable {
    let request: BatchWriteItemRequest
    let changes: [ItemChange]
    let tables: [BatchTable]
    /// The entries that are handed back without being tried, by position, and why.
    let heldBack: [Int: ServiceError]

    var wantedChanges: [ItemChange] {
        changes.enumerated().filter { heldBack[$0.offset] == nil }.map(\.element)
    }

    /// The answer to what became of each wanted entry: those that there was no throughput for are handed back.
    ///
    /// - Throws: the throttling error, where that kept all of them from being applied.
    func response(to outcomes: [Result<ItemOutcome, ServiceError>]) throws -> BatchWriteItemResponse {
        var rest = outcomes[...]
        let all = changes.indices.map { position in
            heldBack[position].map { Result.failure($0) } ?? rest.removeFirst()
        }
        let applied = all.map { try? $0.get() }
        let refusals = all.compactMap(\.refusal)
        // The service has no error of this operation for items that transactions hold: these are always handed back.
        if refusals.count == all.count, refusals.allSatisfy(\.isThrottling), let first = refusals.first { throw first }
        let metrics = zip(changes, applied).map { change, outcome in
            outcome.flatMap {
                ItemCollectionMetrics(of: change, $0, asked: request.returnItemCollectionMetrics)
            }
        }
        return BatchWriteItemResponse(
            unprocessedItems: unprocessed(applied.map { $0 == nil }),
            consumedCapacity: tables.consumedCapacity(
                applied.map { $0?.consumed ?? ConsumedUnits() },
                asked: request.returnConsumedCapacity
            ),
            itemCollectionMetrics: tables.collections(of: metrics)
        )
    }

    /// The entries that were not applied, in the form of the request.
    private func unprocessed(_ isLeft: [Bool]) -> BatchWriteItemRequest.RequestItems {
        var isLeft = isLeft[...]
        return (request.requestItems ?? []).compactMap { tableName, entries in
            let left = zip(entries, isLeft).filter(\.1).map(\.0)
            isLeft = isLeft.dropFirst(entries.count)
            return left.isEmpty ? nil : (tableName, left)
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

extension Result where Failure == ServiceError {
    fileprivate var refusal: ServiceError? {
        if case .failure(let refusal) = self { refusal } else { nil }
    }
}
