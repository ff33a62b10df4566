// What batches of writes and of reads have in common: entries in the order of their tables.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

/// A table in a batch, and how many of the batch's entries are for it.
struct BatchTable: Sendable {
    let table: Table
    let count: Int
}

extension [BatchTable] {
    /// The sums by table of what the entries used, each entry by itself, in the order of the batch.
    func sums(of consumed: [ConsumedUnits]) -> [ConsumedUnits] {
        var rest = consumed[...]
        return map { table in
            defer { rest = rest.dropFirst(table.count) }
            return rest.prefix(table.count).reduce(into: ConsumedUnits(), +=)
        }
    }

    /// What the batch used of each table; nil where the request does not ask for it.
    func consumedCapacity(
        _ consumed: [ConsumedUnits],
        asked: Choice<ReturnConsumedCapacity>?
    ) -> [ConsumedCapacity]? {
        let capacities = zip(self, consumed).compactMap { ConsumedCapacity(of: $0.table, $1, asked: asked) }
        return capacities.isEmpty ? nil : capacities
    }
}

extension ServiceError {
    static let duplicateBatchKeys = ServiceError.validation("Provided list of item keys contains duplicates")
}
