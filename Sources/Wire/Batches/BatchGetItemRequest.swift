// The request to read up to 100 items by their keys, in one table or several.

import ApusModel

/// Which items of one table a batch reads, and what of them.
package struct KeysAndAttributes: Sendable {
    package var keys: [Unchecked<Item>]?
    package var consistentRead: Bool?
    package var projectionExpression: String?
    package var parameters = ExpressionParameters()
    package var legacy = LegacyParameters()

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "KeysAndAttributes") { name, reader throws(ServiceError) in
            switch name {
            case "Keys": try readKeys(&reader)
            case "ConsistentRead": consistentRead = try reader.optionalBool()
            case "ProjectionExpression": projectionExpression = try reader.optionalString()
            case "ExpressionAttributeNames": try parameters.readNames(&reader)
            case "AttributesToGet": try legacy.read(.attributesToGet, &reader)
            default: try reader.skipValue()
            }
        }
    }

    private mutating func readKeys(_ reader: inout JSONReader) throws(ServiceError) {
        var keys: [Unchecked<Item>] = []
        let isPresent = try reader.elements { reader throws(ServiceError) in
            if let key = try reader.optionalAttributes() { keys.append(key) }
        }
        self.keys = isPresent ? keys : nil
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Keys")
            writer.array { writer in (keys ?? []).forEach { writer.attributes($0.value) } }
            if let names = legacy.given?.attributesToGet {
                writer.name("AttributesToGet")
                writer.array { writer in names.forEach { writer.string($0) } }
            }
            if let consistentRead {
                writer.name("ConsistentRead")
                writer.bool(consistentRead)
            }
            if let projectionExpression {
                writer.name("ProjectionExpression")
                writer.string(projectionExpression)
            }
            guard let names = parameters.names else { return }
            writer.name("ExpressionAttributeNames")
            writer.object { writer in
                for (key, value) in names {
                    writer.name(key)
                    writer.string(value)
                }
            }
        }
    }
}

/// Keys by table, 1 to 100 in all.
package struct BatchGetItemRequest: WireRequest {
    package typealias RequestItems = [(tableName: String, wanted: KeysAndAttributes)]

    package var requestItems: RequestItems?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "BatchGetItemInput") { name, reader throws(ServiceError) in
            switch name {
            case "RequestItems":
                var items: RequestItems = []
                let isPresent = try reader.entries { tableName, reader throws(ServiceError) in
                    items.append((tableName, try KeysAndAttributes(reading: &reader)))
                }
                requestItems = isPresent ? items : nil
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.require(requestItems, at: "requestItems")
        guard let requestItems else { return }
        violations.checkCount(requestItems.count, of: "{}", within: 1...Limits.batchGetKeys, at: "requestItems")
        violations.checkTables(requestItems.map(\.tableName))
        for (tableName, wanted) in requestItems {
            wanted.legacy.check(&violations, prefix: "requestItems.\(tableName).member.")
            let path = "requestItems.\(tableName).member.keys"
            violations.require(wanted.keys, at: path)
            guard let keys = wanted.keys else { continue }
            violations.checkCount(
                keys.count,
                of: keys.isEmpty ? "[]" : "[\(keys.count) keys]",
                within: 1...Limits.batchGetKeys,
                at: path
            )
        }
    }
}

/// The answer to a batch of reads. The items of each table are one JSON array already.
package struct BatchGetItemResponse: WireResponse {
    package var responses: [(tableName: String, items: [UInt8])]
    /// The keys that were not read, in the form in which they can be sent again.
    package var unprocessedKeys: BatchGetItemRequest.RequestItems
    package var consumedCapacity: [ConsumedCapacity]?

    package init(
        responses: [(tableName: String, items: [UInt8])],
        unprocessedKeys: BatchGetItemRequest.RequestItems,
        consumedCapacity: [ConsumedCapacity]?
    ) {
        self.responses = responses
        self.unprocessedKeys = unprocessedKeys
        self.consumedCapacity = consumedCapacity
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Responses")
            writer.object { writer in
                for (tableName, items) in responses {
                    writer.name(tableName)
                    writer.value(items)
                }
            }
            writer.name("UnprocessedKeys")
            writer.object { writer in
                for (tableName, wanted) in unprocessedKeys {
                    writer.name(tableName)
                    wanted.write(to: &writer)
                }
            }
            writer.member(consumedCapacity)
        }
    }
}
