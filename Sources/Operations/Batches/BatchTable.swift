// What batches and transactions have in common: entries in the order of their tables.

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
    /// What the entries used of each table, each entry by itself. A table stands once, though a request may name it
    /// twice, by its name and by its ARN.
    func consumedCapacity(
        _ consumed: [ConsumedUnits],
        asked: Choice<ReturnConsumedCapacity>?,
        form: ConsumedCapacity.Form = .plain
    ) -> [ConsumedCapacity]? {
        let capacities = gathered(consumed).compactMap { table, consumed in
            ConsumedCapacity(of: table, consumed.reduce(into: ConsumedUnits(), +=), asked: asked, form: form)
        }
        return capacities.isEmpty ? nil : capacities
    }

    /// The collections of each table, as the last entry that changed each has left it.
    func collections(
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

    /// The figures of each table, out of those that come one for each entry, in the order of the batch.
    func gathered<Figure>(_ figures: [Figure]) -> [(table: Table, figures: [Figure])] {
        var rest = figures[...]
        var gathered: [(table: Table, figures: [Figure])] = []
        for part in self {
            let own = rest.prefix(part.count)
            rest = rest.dropFirst(part.count)
            if let position = gathered.firstIndex(where: { $0.table.id == part.table.id }) {
                gathered[position].figures += own
            } else {
                gathered.append((table: part.table, figures: [Figure](own)))
            }
        }
        return gathered
    }
}

extension ServiceError {
    static let duplicateBatchKeys = ServiceError.validation("Provided list of item keys contains duplicates")
}
