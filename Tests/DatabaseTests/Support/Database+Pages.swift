// Pages one after another.

import ApusModel
import Testing

@testable import ApusDatabase

extension PagePosition {
    /// The position of an entry, or of what a page tells as its last key.
    init(ofEntry entry: Item, in index: Index, of table: Table) {
        let values = index.keySchema.attributes.map { entry[$0.name]! }
        self.init(of: values, PrimaryKey(entry, of: table), in: index)
    }
}

extension Database {
    /// The items of all pages of a request, each page going on where the one before ended.
    func pages(of request: PageRequest) async throws -> [Item] {
        var found: [Item] = []
        var start = request.start
        repeat {
            let page = try await page(
                PageRequest(
                    table: request.table,
                    index: request.index,
                    scope: request.scope,
                    start: start,
                    limit: request.limit,
                    fetchesItems: request.fetchesItems
                )
            )
            if let limit = request.limit { #expect(page.items.count <= limit) }
            found += page.items
            start = page.end.lastKey.map { key in
                guard let index = request.index else {
                    return PagePosition(of: PrimaryKey(key, of: request.table), in: request.table)
                }
                return PagePosition(ofEntry: key, in: index, of: request.table)
            }
        } while start != nil
        return found
    }
}
