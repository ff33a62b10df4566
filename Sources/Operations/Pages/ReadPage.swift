// A page of items, read, and as the answer to a Query or a Scan.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusWire

/// A page that has been read: its items, and how it ended.
struct ReadPage: Sendable {
    /// A JSON array; nil where only the number of items is wanted.
    let items: [UInt8]?
    /// How many items it shows.
    let count: Int
    let end: PageEnd
}

extension PageRequest {
    /// Reads the page: filtered and projected.
    func read(
        _ view: PageView,
        in context: RequestContext,
        completion: @escaping @Sendable (Result<ReadPage, any Error>) -> Void
    ) {
        context.database.readPage(self, completingOn: context.executor) { rows in
            var items = PageItems(view)
            let end = try rows.forEach { row throws(StorageError) in try items.take(row) }
            return ReadPage(items: items.finished(), count: items.count, end: end)
        } completion: {
            completion($0)
        }
    }

    /// Reads the page and answers it, with the capacity that it took.
    func answer(
        _ options: PageOptions,
        _ view: PageView,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<PageResponse, any Error>) -> Void
    ) {
        read(view, in: context) { result in
            answer(
                result.map { page in
                    PageResponse(
                        items: page.items,
                        count: page.count,
                        scannedCount: page.end.scannedCount,
                        lastEvaluatedKey: page.end.lastKey,
                        consumedCapacity: ConsumedCapacity(
                            of: table,
                            page.end.consumed,
                            asked: options.returnConsumedCapacity
                        )
                    )
                }
            )
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
        guard try view.shows(reader) else { return }
        count += 1
        if !view.countsOnly { try writer.item(reader, projection: view.projection) }
    }

    /// The array; nil where only the number of items is wanted.
    mutating func finished() -> [UInt8]? {
        writer.endArray()
        return view.countsOnly ? nil : writer.bytes
    }
}
