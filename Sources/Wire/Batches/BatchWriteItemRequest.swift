// The request to put and delete up to 25 items, in one table or several.

import ApusModel

/// One entry of a batch of writes.
package enum BatchWriteEntry: Sendable {
    case put(item: Unchecked<Item>)
    case delete(key: Unchecked<Item>)
}

/// Puts and deletes by table, 1 to 25 in all.
package struct BatchWriteItemRequest: WireRequest {
    /// The entries of each table, in the order of the request.
    package typealias RequestItems = [(tableName: String, entries: [BatchWriteEntry])]

    package var requestItems: RequestItems?
    package var returnConsumedCapacity: Choice<ReturnConsumedCapacity>?
    package var returnItemCollectionMetrics: Choice<ReturnItemCollectionMetrics>?
    /// Whether an entry names neither a put nor a delete, or both.
    package private(set) var hasAmbiguousEntry = false
    /// Where an entry lacks its item or its key.
    private var missingMembers: [String] = []

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
            var reading = EntryReading()
            _ = try reader.elements { reader throws(ServiceError) in try reading.read(&reader) }
            items.append((tableName, reading.entries))
            hasAmbiguousEntry = hasAmbiguousEntry || reading.hasAmbiguousEntry
            missingMembers += reading.missingMembers.map { "requestItems.\(tableName).\($0)" }
        }
        requestItems = isPresent ? items : nil
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(returnConsumedCapacity, at: "returnConsumedCapacity")
        violations.checkChoice(returnItemCollectionMetrics, at: "returnItemCollectionMetrics")
        violations.require(requestItems, at: "requestItems")
        for path in missingMembers { violations.require(String?.none, at: path) }
        guard let requestItems else { return }
        violations.checkCount(requestItems.count, of: "{}", within: 1...Limits.batchWriteEntries, at: "requestItems")
        violations.checkTables(requestItems.map(\.tableName))
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

/// The entries of one table while they are read, and what is wrong with their form.
struct EntryReading {
    private(set) var entries: [BatchWriteEntry] = []
    private(set) var hasAmbiguousEntry = false
    private(set) var missingMembers: [String] = []
    private var count = 0

    /// Reads the next entry.
    mutating func read(_ reader: inout JSONReader) throws(ServiceError) {
        count += 1
        var put: Unchecked<Item>?
        var delete: Unchecked<Item>?
        try reader.members(of: "WriteRequest") { name, reader throws(ServiceError) in
            switch name {
            case "PutRequest": put = try attributes(of: "PutRequest", under: "Item", at: "putRequest.item", &reader)
            case "DeleteRequest":
                delete = try attributes(of: "DeleteRequest", under: "Key", at: "deleteRequest.key", &reader)
            default: try reader.skipValue()
            }
        }
        switch (put, delete) {
        case (let item?, nil): entries.append(.put(item: item))
        case (nil, let key?): entries.append(.delete(key: key))
        default: hasAmbiguousEntry = true
        }
    }

    /// Reads an object whose one member holds attributes; nil for null. Where the member is missing, that is noted.
    private mutating func attributes(
        of shape: StaticString,
        under member: StaticString,
        at path: String,
        _ reader: inout JSONReader
    ) throws(ServiceError) -> Unchecked<Item>? {
        if try reader.consumeNull() { return nil }
        var attributes: Unchecked<Item>?
        try reader.members(of: shape) { name, reader throws(ServiceError) in
            if member ~= name {
                attributes = try reader.optionalAttributes()
            } else {
                try reader.skipValue()
            }
        }
        if attributes == nil { missingMembers.append("member.\(count).member.\(path)") }
        return attributes ?? Unchecked(Item())
    }
}

extension BatchWriteEntry {
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
