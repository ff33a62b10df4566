// The answers of the operations on one item.

import ApusModel

/// The answer of GetItem. The item is JSON already: rows are turned into it without a tree in between.
package struct GetItemResponse: WireResponse {
    package var item: [UInt8]?
    package var consumedCapacity: ConsumedCapacity?

    package init(item: [UInt8]? = nil, consumedCapacity: ConsumedCapacity? = nil) {
        self.item = item
        self.consumedCapacity = consumedCapacity
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            if let item {
                writer.name("Item")
                writer.value(item)
            }
            writer.member(consumedCapacity)
        }
    }
}

/// The answer of PutItem, UpdateItem and DeleteItem.
package struct WriteItemResponse: WireResponse {
    package var attributes: Item?
    package var consumedCapacity: ConsumedCapacity?
    package var itemCollectionMetrics: ItemCollectionMetrics?

    package init(
        attributes: Item? = nil,
        consumedCapacity: ConsumedCapacity? = nil,
        itemCollectionMetrics: ItemCollectionMetrics? = nil
    ) {
        self.attributes = attributes
        self.consumedCapacity = consumedCapacity
        self.itemCollectionMetrics = itemCollectionMetrics
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            if let attributes {
                writer.name("Attributes")
                writer.attributes(attributes)
            }
            writer.member(consumedCapacity)
            guard let itemCollectionMetrics else { return }
            writer.name("ItemCollectionMetrics")
            itemCollectionMetrics.write(to: &writer)
        }
    }
}
