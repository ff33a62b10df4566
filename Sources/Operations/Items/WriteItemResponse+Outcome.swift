// What has become of an item, as the answer to its write.

import ApusDatabase
import ApusModel
import ApusWire

extension WriteItemResponse {
    /// The answer to a write: the attributes asked for, and the capacity and the collection where they were asked for.
    init(_ options: WriteOptions, attributes: Item?, of outcome: ItemOutcome, after change: ItemChange) {
        self.init(
            attributes: attributes,
            consumedCapacity: ConsumedCapacity(
                of: change.table,
                outcome.consumed,
                asked: options.returnConsumedCapacity
            ),
            itemCollectionMetrics: ItemCollectionMetrics(
                of: change,
                outcome,
                asked: options.returnItemCollectionMetrics
            )
        )
    }
}

extension ItemCollectionMetrics {
    /// Nil where the request does not ask for it, or the table has no local indexes.
    init?(of change: ItemChange, _ outcome: ItemOutcome, asked: Choice<ReturnItemCollectionMetrics>?) {
        guard asked?.value == .size, let bytes = outcome.collectionBytes else { return nil }
        let name = change.table.keySchema.partition[0].name
        self.init(key: Item([(name, change.key.partition)]), bytes: bytes)
    }
}
