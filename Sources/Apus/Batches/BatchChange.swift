// A change on its way into a batch.

import ApusModel
import ApusWire

/// A wish to put or to delete one item of a table.
///
/// `origin` is whatever its giver wants to know it by when its fate is told: a line of a file, a message to be
/// acknowledged. A change that needs none is a `BatchChange<Void>`.
public struct BatchChange<Origin: Sendable>: Sendable {
    /// What is to be done.
    public enum Kind: Equatable, Sendable {
        /// The item is written, in place of the one with its key if there is any.
        case put
        /// The item with this key is removed, if there is any.
        case delete
    }

    public let kind: Kind
    /// The name of the table that is changed.
    public let table: String
    /// The whole item of a put, or the key attributes of a delete.
    public let attributes: AttributeMap
    /// What the giver knows the change by.
    public let origin: Origin
    /// The change as requests have it. It is encoded once, however often it is sent.
    let json: [UInt8]

    private init(_ kind: Kind, _ attributes: AttributeMap, _ table: String, _ origin: Origin) {
        self.kind = kind
        self.table = table
        self.attributes = attributes
        self.origin = origin
        var writer = JSONWriter()
        switch kind {
        case .put: BatchWriteEntry.put(item: Unchecked(attributes)).write(to: &writer)
        case .delete: BatchWriteEntry.delete(key: Unchecked(attributes)).write(to: &writer)
        }
        json = writer.bytes
    }

    /// Writes an item, in place of the one with its key if there is any.
    public static func put(_ item: Item, into table: String, origin: Origin) -> BatchChange {
        BatchChange(.put, item, table, origin)
    }

    /// Removes the item with a key, if there is any. Attributes beside the key's are refused by the service.
    public static func delete(_ key: Item, from table: String, origin: Origin) -> BatchChange {
        BatchChange(.delete, key, table, origin)
    }
}

extension BatchChange where Origin == Void {
    /// Writes an item, in place of the one with its key if there is any.
    public static func put(_ item: Item, into table: String) -> BatchChange {
        put(item, into: table, origin: ())
    }

    /// Removes the item with a key, if there is any.
    public static func delete(_ key: Item, from table: String) -> BatchChange {
        delete(key, from: table, origin: ())
    }
}
