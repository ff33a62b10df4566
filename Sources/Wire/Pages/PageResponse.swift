// The answer of Query and Scan: a page of items.

import ApusModel

/// A page. The items are one JSON array already; nil where only their number was asked for.
package struct PageResponse: WireResponse {
    package var items: [UInt8]?
    package var count: Int
    package var scannedCount: Int
    package var lastEvaluatedKey: Item?
    package var consumedCapacity: ConsumedCapacity?

    package init(
        items: [UInt8]?,
        count: Int,
        scannedCount: Int,
        lastEvaluatedKey: Item?,
        consumedCapacity: ConsumedCapacity?
    ) {
        self.items = items
        self.count = count
        self.scannedCount = scannedCount
        self.lastEvaluatedKey = lastEvaluatedKey
        self.consumedCapacity = consumedCapacity
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            if let items {
                writer.name("Items")
                writer.value(items)
            }
            writer.name("Count")
            writer.integer(count)
            writer.name("ScannedCount")
            writer.integer(scannedCount)
            if let lastEvaluatedKey {
                writer.name("LastEvaluatedKey")
                writer.attributes(lastEvaluatedKey)
            }
            writer.member(consumedCapacity)
        }
    }
}
