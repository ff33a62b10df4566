// A page of items as the answer to a Query or a Scan.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

extension PageRequest {
    /// Reads the page and answers it: filtered, projected, and with the capacity that it took.
    func answer(
        _ options: PageOptions,
        _ expressions: PageExpressions,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<PageResponse, any Error>) -> Void
    ) {
        let table = table
        context.database.readPage(self, completingOn: context.executor) { rows in
            var items = PageItems(expressions, countsOnly: options.countsOnly)
            let end = try rows.forEach { row throws(StorageError) in try items.take(row) }
            let units = CapacityUnits.reading(bytes: end.scannedBytes, isConsistent: options.isConsistent)
            return PageResponse(
                items: items.finished(),
                count: items.count,
                scannedCount: end.scannedCount,
                lastEvaluatedKey: end.lastKey,
                consumedCapacity: ConsumedCapacity(of: table, units: units, asked: options.returnConsumedCapacity)
            )
        } completion: {
            answer($0)
        }
    }
}

/// Gathers the items of a page as a JSON array.
private struct PageItems: ~Copyable {
    private let filter: Condition?
    private let projection: Projection?
    private let countsOnly: Bool
    private var writer = JSONWriter(reservingBytes: 4_096)
    private(set) var count = 0

    init(_ expressions: PageExpressions, countsOnly: Bool) {
        filter = expressions.filter
        projection = expressions.projection
        self.countsOnly = countsOnly
        writer.beginArray()
    }

    mutating func take(_ row: UnsafeRawBufferPointer) throws(StorageError) {
        let reader = try RowReader(row)
        if let filter {
            var reader = reader
            guard filter.isMet(by: try reader.readItem()) else { return }
        }
        count += 1
        if !countsOnly { try writer.item(reader, projection: projection) }
    }

    /// The array; nil where only the number of items is wanted.
    mutating func finished() -> [UInt8]? {
        writer.endArray()
        return countsOnly ? nil : writer.bytes
    }
}
