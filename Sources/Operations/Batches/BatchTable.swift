// What batches of writes and of reads have in common: entries in the order of their tables.

import ApusDatabase
import ApusModel
import ApusWire

/// A table in a batch, and how many of the batch's entries are for it.
struct BatchTable: Sendable {
    let table: Table
    let count: Int
}

extension [BatchTable] {
    /// The sums by table of figures that come one for each entry, in the order of the batch.
    func sums(of figures: [Double]) -> [Double] {
        var rest = figures[...]
        return map { table in
            defer { rest = rest.dropFirst(table.count) }
            return rest.prefix(table.count).reduce(0, +)
        }
    }

    /// What the batch used of each table; nil where the request does not ask for it.
    func consumedCapacity(
        _ units: [Double],
        asked: Choice<ReturnConsumedCapacity>?
    ) -> [ConsumedCapacity]? {
        let capacities = zip(self, units).compactMap { ConsumedCapacity(of: $0.table, units: $1, asked: asked) }
        return capacities.isEmpty ? nil : capacities
    }
}

extension ServiceError {
    static let duplicateBatchKeys = ServiceError.validation("Provided list of item keys contains duplicates")
}
