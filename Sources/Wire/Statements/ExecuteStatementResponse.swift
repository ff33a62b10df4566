// The answer to a statement: the items that it found, or what it tells of the item that it wrote.

import ApusModel

/// A page of items. They are one JSON array already.
package struct ExecuteStatementResponse: WireResponse {
    package var items: [UInt8]
    package var nextToken: String?
    package var lastEvaluatedKey: Item?
    package var consumedCapacity: ConsumedCapacity?

    package init(
        items: [UInt8],
        nextToken: String? = nil,
        lastEvaluatedKey: Item? = nil,
        consumedCapacity: ConsumedCapacity? = nil
    ) {
        self.items = items
        self.nextToken = nextToken
        self.lastEvaluatedKey = lastEvaluatedKey
        self.consumedCapacity = consumedCapacity
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Items")
            writer.value(items)
            if let nextToken { writer.member("NextToken", nextToken) }
            if let lastEvaluatedKey {
                writer.name("LastEvaluatedKey")
                writer.attributes(lastEvaluatedKey)
            }
            writer.member(consumedCapacity)
        }
    }
}
