// A change on its way into a batch.

import ApusModel
import ApusWire

/// The table that a batch writer writes to.
package struct BatchTable: Sendable {
    package let name: String
    package let keySchema: KeySchema

    package init(name: String, keySchema: KeySchema) {
        self.name = name
        self.keySchema = keySchema
    }
}

/// A wish to put or delete one item; `origin` is whatever its giver wants to know it by.
package struct BatchChange<Origin: Sendable>: Sendable {
    package let key: ItemKey
    /// The change as requests have it. It is encoded once, however often it is sent.
    let json: [UInt8]
    package let origin: Origin

    /// - Throws: when the change does not have the key that the table wants.
    package init(_ entry: BatchWriteEntry, for table: BatchTable, origin: Origin) throws(ItemKeyFault) {
        key = try entry.key(schema: table.keySchema)
        var writer = JSONWriter()
        entry.write(to: &writer)
        json = writer.bytes
        self.origin = origin
    }

    package static func put(
        _ item: Item,
        into table: BatchTable,
        origin: Origin
    ) throws(ItemKeyFault) -> BatchChange {
        try BatchChange(.put(item: Unchecked(item)), for: table, origin: origin)
    }

    package static func delete(
        _ key: Item,
        from table: BatchTable,
        origin: Origin
    ) throws(ItemKeyFault) -> BatchChange {
        try BatchChange(.delete(key: Unchecked(key)), for: table, origin: origin)
    }
}

/// A change that was not written, and why.
package struct UnwrittenChange<Origin: Sendable>: Sendable {
    /// Why a change was not written.
    package enum Cause: Equatable, Sendable {
        /// The table refuses this change.
        case refused
        /// It was given up after so many attempts; the last of them may have been written unseen.
        case leftOver(attempts: Int)
    }

    package let change: BatchChange<Origin>
    package let cause: Cause
    package let reason: String
}

extension BatchWriteEntry {
    func key(schema: KeySchema) throws(ItemKeyFault) -> ItemKey {
        switch self {
        case .put(let item): try ItemKey(of: item.value, schema: schema)
        case .delete(let key): try ItemKey(of: key.value, schema: schema)
        }
    }
}
