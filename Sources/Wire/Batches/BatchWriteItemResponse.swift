// The answer to a batch of writes: what was not written, above all.

import ApusModel

/// The entries that were not written; none where all were.
package struct BatchWriteItemResponse: WireResponse {
    /// The entries that were not written, in the form in which they can be sent again.
    package var unprocessedItems: BatchWriteItemRequest.RequestItems
    package var consumedCapacity: [ConsumedCapacity]?
    /// The collections that the entries changed, by table; empty where they were not asked for.
    package var itemCollectionMetrics: [(tableName: String, metrics: [ItemCollectionMetrics])]

    package init(
        unprocessedItems: BatchWriteItemRequest.RequestItems = [],
        consumedCapacity: [ConsumedCapacity]? = nil,
        itemCollectionMetrics: [(tableName: String, metrics: [ItemCollectionMetrics])] = []
    ) {
        self.unprocessedItems = unprocessedItems
        self.consumedCapacity = consumedCapacity
        self.itemCollectionMetrics = itemCollectionMetrics
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("UnprocessedItems")
            writer.requestItems(unprocessedItems)
            writer.member(consumedCapacity)
            writer.member(itemCollectionMetrics)
        }
    }

    /// Reads the answer, as a client does.
    package init(reading reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BatchWriteItemOutput") { name, reader throws(ServiceError) in
            switch name {
            case "UnprocessedItems": try readUnprocessedItems(&reader)
            default: try reader.skipValue()
            }
        }
    }

    private mutating func readUnprocessedItems(_ reader: inout JSONReader) throws(ServiceError) {
        _ = try reader.entries { tableName, reader throws(ServiceError) in
            var reading = EntryReading()
            _ = try reader.elements { reader throws(ServiceError) in try reading.read(&reader) }
            guard !reading.hasAmbiguousEntry, reading.missingMembers.isEmpty else {
                throw .serialization("An entry of UnprocessedItems is neither a put nor a delete")
            }
            unprocessedItems.append((tableName, reading.entries))
        }
    }
}
