// The answers of transactions.

import ApusModel

/// The answer of TransactWriteItems: nothing but figures, where they were asked for.
package struct TransactWriteItemsResponse: WireResponse {
    package var consumedCapacity: [ConsumedCapacity]?
    /// The collections that the actions changed, by table; empty where they were not asked for.
    package var itemCollectionMetrics: [(tableName: String, metrics: [ItemCollectionMetrics])]

    package init(
        consumedCapacity: [ConsumedCapacity]? = nil,
        itemCollectionMetrics: [(tableName: String, metrics: [ItemCollectionMetrics])] = []
    ) {
        self.consumedCapacity = consumedCapacity
        self.itemCollectionMetrics = itemCollectionMetrics
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member(consumedCapacity)
            writer.member(itemCollectionMetrics)
        }
    }
}

/// The answer of TransactGetItems: one element for each read, in their order.
package struct TransactGetItemsResponse: WireResponse {
    /// Each is JSON already; nil where there is no such item.
    package var items: [[UInt8]?]
    package var consumedCapacity: [ConsumedCapacity]?

    package init(items: [[UInt8]?], consumedCapacity: [ConsumedCapacity]? = nil) {
        self.items = items
        self.consumedCapacity = consumedCapacity
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Responses")
            writer.array { writer in
                for item in items {
                    writer.object { writer in
                        guard let item else { return }
                        writer.name("Item")
                        writer.value(item)
                    }
                }
            }
            writer.member(consumedCapacity)
        }
    }
}
