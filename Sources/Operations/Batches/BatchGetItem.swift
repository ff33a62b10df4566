// BatchGetItem: reads up to 100 items by their keys, as many as fit into 16 MB.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

enum BatchGetItem: Operation {
    static let name = OperationName.batchGetItem

    static func run(
        _ request: BatchGetItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<BatchGetItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let items = request.requestItems ?? []
        let projections = try request.checkedProjections()
        var places: [ItemPlace] = []
        var tables: [BatchTable] = []
        for ((tableName, wanted), projection) in zip(items, projections) {
            let table = try context.activeTable(tableName)
            try table.keySchema.requireScalars(in: projection?.paths ?? [])
            let keys = wanted.keys ?? []
            for key in keys { places.append(ItemPlace(of: try PrimaryKey(key.value, by: table.keySchema), in: table)) }
            tables.append(BatchTable(table: table, count: keys.count))
        }
        guard Set(places).count == places.count else { throw .duplicateBatchKeys }
        let parts = zip(items, projections).map { BatchPart(wanted: $0.wanted, projection: $1) }
        context.database.readItems(at: places, completingOn: context.executor) { [tables] rows in
            var gathering = BatchGathering(parts)
            try rows.forEach { position, row throws(StorageError) in try gathering.take(row) }
            return gathering.response(for: items, of: tables, asked: request.returnConsumedCapacity)
        } completion: {
            answer($0)
        }
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
    /// What each key used; nothing where it was not read.
    private var consumed: [ConsumedUnits] = []
    private var readCounts: [Int] = []
    private var readOfPart = 0

    init(_ parts: [BatchPart]) {
        self.parts = parts
        writer.beginArray()
    }

    /// Takes the row of the next key, or that there is none. Once an item does not fit, no later one is read.
    mutating func take(_ row: UnsafeRawBufferPointer?) throws(StorageError) {
        while keysOfPart == parts[part].keyCount { finishPart() }
        keysOfPart += 1
        consumed.append(ConsumedUnits())
        guard bytesLeft > 0 else { return }
        var size = 0
        if let row {
            let reader = try RowReader(row)
            size = reader.itemSize
            bytesLeft -= size
            guard bytesLeft >= 0 else { return }
            try writer.item(reader, projection: parts[part].projection)
        }
        readOfPart += 1
        consumed[consumed.count - 1].table = CapacityUnits.reading(
            bytes: size,
            isConsistent: parts[part].wanted.consistentRead ?? false
        )
    }

    private mutating func finishPart() {
        writer.endArray()
        items.append(writer.bytes)
        readCounts.append(readOfPart)
        writer = JSONWriter(reservingBytes: 65_536)
        writer.beginArray()
        part += 1
        (keysOfPart, readOfPart) = (0, 0)
    }

    mutating func response(
        for requestItems: BatchGetItemRequest.RequestItems,
        of tables: [BatchTable],
        asked: Choice<ReturnConsumedCapacity>?
    ) -> BatchGetItemResponse {
        while part < parts.count { finishPart() }
        var unprocessed: BatchGetItemRequest.RequestItems = []
        for (index, part) in parts.enumerated() where readCounts[index] < part.keyCount {
            var rest = part.wanted
            rest.keys = rest.keys.map { Array($0.dropFirst(readCounts[index])) }
            unprocessed.append((requestItems[index].tableName, rest))
        }
        return BatchGetItemResponse(
            responses: zip(requestItems, items).map { ($0.tableName, $1) },
            unprocessedKeys: unprocessed,
            consumedCapacity: tables.consumedCapacity(consumed, asked: asked)
        )
    }
}
