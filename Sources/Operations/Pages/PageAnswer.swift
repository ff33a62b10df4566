// A page of items as the answer to a Query or a Scan.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusWire

extension PageRequest {
    /// Reads the page and answers it: filtered, projected, and with the capacity that it took.
    func answer(
        _ options: PageOptions,
        _ view: PageView,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<PageResponse, any Error>) -> Void
    ) {
        context.database.readPage(self, completingOn: context.executor) { rows in
            var items = PageItems(view)
            let end = try rows.forEach { row throws(StorageError) in try items.take(row) }
            return PageResponse(
                items: items.finished(),
                count: items.count,
                scannedCount: end.scannedCount,
                lastEvaluatedKey: end.lastKey,
                consumedCapacity: ConsumedCapacity(
                    of: table,
                    end.consumed,
                    asked: options.returnConsumedCapacity
                )
            )
        } completion: {
            answer($0)
        }
    }

}

/// Gathers the items of a page as a JSON array.
private struct PageItems: ~Copyable {
    private let view: PageView
    private var writer = JSONWriter(reservingBytes: 4_096)
    private(set) var count = 0

    init(_ view: PageView) {
        self.view = view
        writer.beginArray()
    }

    mutating func take(_ row: UnsafeRawBufferPointer) throws(StorageError) {
        let reader = try RowReader(row)
        if let filter = view.filter {
            var reader = reader
            guard filter.isMet(by: try reader.readItem()) else { return }
        }
        count += 1
        if !view.countsOnly { try writer.item(reader, projection: view.projection) }
    }

    /// The array; nil where only the number of items is wanted.
    mutating func finished() -> [UInt8]? {
        writer.endArray()
        return view.countsOnly ? nil : writer.bytes
    }
}
