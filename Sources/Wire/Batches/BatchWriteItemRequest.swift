// The request to put and delete up to 25 items, in one table or several.

import ApusModel

/// One entry of a batch of writes.
package enum BatchWriteEntry: Sendable {
    case put(item: Unchecked<Item>)
    case delete(key: Unchecked<Item>)
}

package struct BatchWriteItemRequest: WireRequest {
    /// The entries of each table, in the order of the request.
    package typealias RequestItems = [(tableName: String, entries: [BatchWriteEntry])]

    package var requestItems: RequestItems?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?
    package var returnItemCollectionMetrics: Choice<ReturnItemCollectionMetrics>?
    /// Whether an entry names neither a put nor a delete, or both.
    package private(set) var hasAmbiguousEntry = false

    package init(requestItems: RequestItems, returnConsumedCapacity: Choice<ReturnConsumedCapacity>? = nil) {
        self.requestItems = requestItems
        self.returnConsumedCapacity = returnConsumedCapacity
    }

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "BatchWriteItemInput") { name, reader throws(ServiceError) in
            switch name {
            case "RequestItems": try readRequestItems(&reader)
            case "ReturnConsumedCapacity": returnConsumedCapacity = try reader.optionalChoice()
            case "ReturnItemCollectionMetrics": returnItemCollectionMetrics = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    private mutating func readRequestItems(_ reader: inout JSONReader) throws(ServiceError) {
        var items: RequestItems = []
        let isPresent = try reader.entries { tableName, reader throws(ServiceError) in
            var entries: [BatchWriteEntry] = []
            _ = try reader.elements { reader throws(ServiceError) in
                if let entry = try BatchWriteEntry(reading: &reader) {
                    entries.append(entry)
                } else {
                    hasAmbiguousEntry = true
                }
            }
            items.append((tableName, entries))
        }
        requestItems = isPresent ? items : nil
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkChoice(returnItemCollectionMetrics, at: "returnItemCollectionMetrics")
        violations.require(requestItems, at: "requestItems")
        guard let requestItems else { return }
        violations.checkCount(requestItems.count, of: "{}", within: 1...Limits.batchWriteEntries, at: "requestItems")
        let isEntryCountAllowed = requestItems.allSatisfy { (1...Limits.batchWriteEntries).contains($0.entries.count) }
        if !hasAmbiguousEntry, !isEntryCountAllowed {
            violations.note(
                Self.summary(of: requestItems),
                at: "requestItems",
                "Map value must satisfy constraint: [Member must have length less than or equal to "
                    + "\(Limits.batchWriteEntries), Member must have length greater than or equal to 1]"
            )
        }
    }

    /// Which tables the request names and how many entries each has: the message does not repeat whole items.
    private static func summary(of items: RequestItems) -> String {
        let tables = items.map { "\($0.tableName)=[\($0.entries.count) WriteRequests]" }
        return "{\(tables.joined(separator: ", "))}"
    }
}

extension BatchWriteItemRequest {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("RequestItems")
            writer.requestItems(requestItems ?? [])
            if let returnConsumedCapacity {
                writer.name("ReturnConsumedCapacity")
                writer.string(returnConsumedCapacity.text)
            }
        }
    }
}

extension BatchWriteEntry {
    /// Reads an entry; nil where it is not exactly one of the two.
    init?(reading reader: inout JSONReader) throws(ServiceError) {
        var put: Unchecked<Item>?
        var delete: Unchecked<Item>?
        try reader.members(of: "WriteRequest") { name, reader throws(ServiceError) in
            switch name {
            case "PutRequest": put = try reader.attributes(under: "Item")
            case "DeleteRequest": delete = try reader.attributes(under: "Key")
            default: try reader.skipValue()
            }
        }
        switch (put, delete) {
        case (let item?, nil): self = .put(item: item)
        case (nil, let key?): self = .delete(key: key)
        default: return nil
        }
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            switch self {
            case .put(let item):
                writer.name("PutRequest")
                writer.object { writer in
                    writer.name("Item")
                    writer.attributes(item.value)
                }
            case .delete(let key):
                writer.name("DeleteRequest")
                writer.object { writer in
                    writer.name("Key")
                    writer.attributes(key.value)
                }
            }
        }
    }
}

extension JSONReader {
    /// Reads an object whose one member, of the name given, holds attributes; nil for null or where it is missing.
    fileprivate mutating func attributes(under member: StaticString) throws(ServiceError) -> Unchecked<Item>? {
        if try consumeNull() { return nil }
        var attributes: Unchecked<Item>?
        try members(of: "WriteRequest") { name, reader throws(ServiceError) in
            if member ~= name {
                attributes = try reader.optionalAttributes()
            } else {
                try reader.skipValue()
            }
        }
        return attributes
    }
}

extension JSONWriter {
    /// Writes entries under the names of their tables, as requests and `UnprocessedItems` both have them.
    mutating func requestItems(_ items: BatchWriteItemRequest.RequestItems) {
        object { writer in
            for (tableName, entries) in items {
                writer.name(tableName)
                writer.array { writer in entries.forEach { $0.write(to: &writer) } }
            }
        }
    }
}
