// The layout of the store's keys: what stands where.

import ApusModel
import ApusStorage

// Written down in docs/formats/keys.md. All integers are big-endian, so that they sort by value.
package enum KeySpace {
    /// The index id of a table's own entries. Secondary indexes count from 1.
    static let tableEntries: UInt8 = 0
    /// Stands where an index id would: what is kept about the entries of a table, beside them.
    private static let tallies: UInt8 = 255

    // The tallies go on with one of these.
    private static let indexItemCountKind: UInt8 = 1
    private static let indexSizeKind: UInt8 = 2
    private static let buildProgressKind: UInt8 = 3
    private static let collectionSizeKind: UInt8 = 4
    private static let expiryEntryKind: UInt8 = 5
    private static let expiryProgressKind: UInt8 = 6

    // Table id 0 is the database's own; its keys go on with one of these.
    private static let definitionKind: UInt8 = 1
    private static let nextTableIDKind: UInt8 = 2
    private static let itemCountKind: UInt8 = 3
    private static let sizeKind: UInt8 = 4
    private static let droppedTableKind: UInt8 = 5
    static let streamKind: UInt8 = 6
    static let nextStreamIDKind: UInt8 = 7
    static let changeKind: UInt8 = 8
    private static let requestTokenKind: UInt8 = 9
    private static let requestTokenTimeKind: UInt8 = 10

    static let nextTableID = ownKey(nextTableIDKind)
    static let definitions = KeyRange.prefix(ownKey(definitionKind))
    static let droppedTables = KeyRange.prefix(ownKey(droppedTableKind))

    static func definition(of name: TableName, in region: String) -> [UInt8] {
        var key = ownKey(definitionKind)
        key.appendKey(.string(region))
        key.appendKey(.string(name.text))
        return key
    }

    /// The counter of a table's items.
    static func itemCount(of table: UInt32) -> [UInt8] { ownKey(itemCountKind, table) }

    /// The counter of the bytes that a table's items have, by the service's measure.
    static func size(of table: UInt32) -> [UInt8] { ownKey(sizeKind, table) }

    /// The mark of a table that is gone, but whose entries may still take up room.
    static func droppedTable(_ table: UInt32) -> [UInt8] { ownKey(droppedTableKind, table) }

    /// The table whose mark has this key.
    static func tableID(ofDroppedTable key: UnsafeRawBufferPointer) -> UInt32 {
        key.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The record of a transaction that has taken effect, under the token that it came with.
    static func requestToken(_ token: String, in region: String) -> [UInt8] {
        var key = ownKey(requestTokenKind)
        key.appendKey(.string(region))
        key.appendKey(.string(token))
        return key
    }

    /// The mark of a token by the time at which its transaction took effect.
    static func requestTokenTime(_ time: Timestamp, of token: [UInt8]) -> [UInt8] {
        var key = ownKey(requestTokenTimeKind)
        key.appendInteger(UInt64(max(0, time.milliseconds)))
        return key + token.dropFirst(ownKey(requestTokenKind).count)
    }

    /// The record of the token that has this mark.
    static func requestToken(ofTime key: [UInt8]) -> [UInt8] {
        let time = ownKey(requestTokenTimeKind).count + MemoryLayout<UInt64>.size
        return ownKey(requestTokenKind) + key.dropFirst(time)
    }

    /// The marks of the tokens of a time, or an earlier one.
    static func requestTokenTimes(until end: Timestamp) -> KeyRange {
        let all = KeyRange.prefix(ownKey(requestTokenTimeKind))
        var upper = ownKey(requestTokenTimeKind)
        upper.appendInteger(UInt64(max(0, end.milliseconds) + 1))
        return KeyRange(lower: all.lower, upper: upper)
    }

    /// Everything that a table and its indexes have stored.
    static func entries(of table: UInt32) -> KeyRange {
        var prefix: [UInt8] = []
        prefix.appendInteger(table)
        return .prefix(prefix)
    }

    /// How many bytes the keys of a table's own entries begin with, or those of one of its indexes.
    static let entryPrefixLength = 5

    /// What the keys of a table's own entries begin with, or those of one of its indexes.
    static func entryPrefix(of table: UInt32, index: UInt8 = tableEntries) -> [UInt8] {
        var prefix: [UInt8] = []
        prefix.appendInteger(table)
        prefix.append(index)
        return prefix
    }

    /// The counter of an index's entries.
    static func itemCount(ofIndex index: UInt8, of table: UInt32) -> [UInt8] {
        tally(indexItemCountKind, of: table) + [index]
    }

    /// The counter of the bytes that an index's entries have, by the service's measure.
    static func size(ofIndex index: UInt8, of table: UInt32) -> [UInt8] {
        tally(indexSizeKind, of: table) + [index]
    }

    /// How far the building of an index has come: its value is the key of the last item that was entered.
    static func buildProgress(ofIndex index: UInt8, of table: UInt32) -> [UInt8] {
        tally(buildProgressKind, of: table) + [index]
    }

    /// What the keys of the counters of item collections begin with; the hash and the partition key follow.
    static func collectionSizes(of table: UInt32) -> [UInt8] {
        tally(collectionSizeKind, of: table)
    }

    /// What the keys of the entries begin with that a table has in its index by time; a time and the rest of the key of
    /// an item follow.
    static func expiryEntries(ofGeneration generation: UInt32, of table: UInt32) -> [UInt8] {
        var prefix = tally(expiryEntryKind, of: table)
        prefix.appendInteger(generation)
        return prefix
    }

    /// How far the filling of that index has come: its value is the key of the last item that was entered, and empty
    /// before the first.
    static func expiryProgress(ofGeneration generation: UInt32, of table: UInt32) -> [UInt8] {
        var key = tally(expiryProgressKind, of: table)
        key.appendInteger(generation)
        return key
    }

    /// All that is stored about the times of the generations before this one.
    static func expiries(beforeGeneration generation: UInt32, of table: UInt32) -> [KeyRange] {
        [
            KeyRange(
                lower: tally(expiryEntryKind, of: table),
                upper: expiryEntries(ofGeneration: generation, of: table)
            ),
            KeyRange(
                lower: tally(expiryProgressKind, of: table),
                upper: expiryProgress(ofGeneration: generation, of: table)
            ),
        ]
    }

    private static func tally(_ kind: UInt8, of table: UInt32) -> [UInt8] {
        entryPrefix(of: table, index: tallies) + [kind]
    }

    static func ownKey(_ kind: UInt8, _ table: UInt32? = nil) -> [UInt8] {
        var key: [UInt8] = []
        key.appendInteger(UInt32(0))
        key.append(kind)
        if let table { key.appendInteger(table) }
        return key
    }
}

extension [UInt8] {
    /// Appends an integer, its highest byte first.
    mutating func appendInteger(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
