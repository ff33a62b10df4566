// BatchGetItem: reads up to 100 items by their keys: as many as fit into 16 MB, and as there is throughput for.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

enum BatchGetItem: Operation {
    static let name = OperationName.batchGetItem
    static let takesEntriesSingly = true

    static func unprocessedCount(in response: BatchGetItemResponse) -> Int {
        response.unprocessedKeys.reduce(0) { $0 + ($1.wanted.keys?.count ?? 0) }
    }

    static func run(
        _ request: BatchGetItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<BatchGetItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let items = request.requestItems ?? []
        let projections = try request.checkedProjections()
        var reads: [ItemRead] = []
        var tables: [BatchTable] = []
        for ((tableName, wanted), projection) in zip(items, projections) {
            let table = try context.activeTable(tableName)
            try table.keySchema.requireScalars(in: projection?.paths ?? [])
            let keys = wanted.keys ?? []
            for key in keys { reads.append(try context.read(key.value, in: table, wanted)) }
            tables.append(BatchTable(table: table, count: keys.count))
        }
        guard Set(reads.map(\.place)).count == reads.count else { throw .duplicateBatchKeys }
        let parts = zip(items, projections).map { BatchPart(wanted: $0.wanted, projection: $1) }
        context.database.readItems(reads, completingOn: context.executor) {
            [tables, heldBack = context.heldBack] rows in
            var gathering = BatchGathering(parts)
            try rows.forEach { position, row throws(StorageError) in
                try gathering.take(row) { bytes throws(ServiceError) in
                    if let refusal = heldBack[position] { throw refusal }
                    return try rows.admit(position, bytes: bytes)
                }
            }
            return try gathering.response(for: items, of: tables, asked: request.returnConsumedCapacity)
        } completion: {
            answer($0)
        }
    }
}

extension RequestContext {
    fileprivate func read(
        _ key: Item,
        in table: Table,
        _ wanted: KeysAndAttributes
    ) throws(ServiceError) -> ItemRead {
        ItemRead(
            of: try PrimaryKey(key, by: table.keySchema),
            in: table,
            isConsistent: wanted.consistentRead ?? false,
            staleness: staleness
        )
    }
}

extension BatchGetItemRequest {
    /// Checks what can be told without the tables, and parses each table's projection.
    fileprivate func checkedProjections() throws(ServiceError) -> [Projection?] {
        let items = requestItems ?? []
        guard items.reduce(0, { $0 + ($1.wanted.keys?.count ?? 0) }) <= Limits.batchGetKeys else {
            throw .validation("Too many items requested for the BatchGetItem call")
        }
        var projections: [Projection?] = []
        for (_, wanted) in items {
            projections.append(
                try Projection.parsed(wanted.projectionExpression, wanted.parameters, wanted.legacy)
            )
            for key in wanted.keys ?? [] { _ = try key.checked() }
        }
        return projections
    }
}

/// What a batch reads of one table.
private struct BatchPart: Sendable {
    let wanted: KeysAndAttributes
    let projection: Projection?

    var keyCount: Int { wanted.keys?.count ?? 0 }
}

/// Gathers the items of a batch, table by table, until the answer is full.
private struct BatchGathering: ~Copyable {
    private let parts: [BatchPart]
    private var part = 0
    private var keysOfPart = 0
    private var writer = JSONWriter(reservingBytes: 65_536)
    private var bytesLeft = Limits.batchGetBytes
    private var items: [[UInt8]] = []
    /// What each key used; nil where it was not read.
    private var consumed: [ConsumedUnits?] = []
    /// The first refusal for lack of throughput.
    private var refusal: ServiceError?

    init(_ parts: [BatchPart]) {
        self.parts = parts
        writer.beginArray()
    }

    /// Takes the row of the next key, or that there is none. Once an item does not fit, no later one is read.
    ///
    /// - Parameter admit: takes what reading so many bytes costs, and answers the units.
    mutating func take(
        _ row: UnsafeRawBufferPointer?,
        admit: (_ bytes: Int) throws(ServiceError) -> Double
    ) throws(StorageError) {
        while keysOfPart == parts[part].keyCount { finishPart() }
        keysOfPart += 1
        consumed.append(nil)
        guard bytesLeft > 0 else { return }
        let reader = try row.map { row throws(StorageError) in try RowReader(row) }
        let size = reader?.itemSize ?? 0
        guard bytesLeft >= size else {
            bytesLeft = 0
            return
        }
        do throws(ServiceError) {
            consumed[consumed.count - 1] = ConsumedUnits(table: try admit(size))
        } catch {
            refusal = refusal ?? error
            return
        }
        bytesLeft -= size
        if let reader { try writer.item(reader, projection: parts[part].projection) }
    }

    private mutating func finishPart() {
        writer.endArray()
        items.append(writer.bytes)
        writer = JSONWriter(reservingBytes: 65_536)
        writer.beginArray()
        part += 1
        keysOfPart = 0
    }

    /// - Throws: the throttling error, where there was no throughput for any key.
    mutating func response(
        for requestItems: BatchGetItemRequest.RequestItems,
        of tables: [BatchTable],
        asked: Choice<ReturnConsumedCapacity>?
    ) throws(ServiceError) -> BatchGetItemResponse {
        if let refusal, consumed.allSatisfy({ $0 == nil }) { throw refusal }
        while part < parts.count { finishPart() }
        var rest = consumed[...]
        var unprocessed: BatchGetItemRequest.RequestItems = []
        for (index, part) in parts.enumerated() {
            var left = part.wanted
            left.keys = zip(part.wanted.keys ?? [], rest).filter { $0.1 == nil }.map(\.0)
            rest = rest.dropFirst(part.keyCount)
            if left.keys?.isEmpty == false { unprocessed.append((requestItems[index].tableName, left)) }
        }
        return BatchGetItemResponse(
            responses: zip(requestItems, items).map { ($0.tableName, $1) },
            unprocessedKeys: unprocessed,
            consumedCapacity: tables.consumedCapacity(consumed.map { $0 ?? ConsumedUnits() }, asked: asked)
        )
    }
}
