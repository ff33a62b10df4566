// What has become of an item, as the answer to its write.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

extension WriteItemResponse {
    /// The answer to a write: the attributes asked for, and the capacity where it was asked for.
    init(_ options: WriteOptions, attributes: Item?, of outcome: ItemOutcome, in table: Table) {
        self.init(
            attributes: attributes,
            consumedCapacity: ConsumedCapacity(
                of: table,
                units: outcome.writeUnits,
                asked: options.returnConsumedCapacity
            )
        )
    }
}

extension ItemOutcome {
    /// The capacity that the change took: the larger of the two sizes counts.
    var writeUnits: Double { CapacityUnits.writing(bytes: max(oldSize, newSize)) }
}
