// How the items of a table expire, and where its index by time stands in the store.

import ApusModel

/// The index by time of one version of a table whose time to live is enabled. It has an entry for each item that has a
/// time to expire, due or not, so what an item has in it follows from the item alone.
package struct TableExpiry: Sendable {
    let attributeName: String
    let generation: UInt32
    /// From when on items are removed.
    let readyTime: Timestamp
    /// What the keys of its entries begin with.
    let entryPrefix: [UInt8]
    let progressKey: [UInt8]

    /// Nil where time to live is not enabled.
    init?(_ setting: ExpirySetting?, ofTable table: UInt32) {
        guard let setting, setting.isEnabled else { return nil }
        attributeName = setting.attributeName
        generation = setting.generation
        readyTime = setting.readyTime
        entryPrefix = KeySpace.expiryEntries(ofGeneration: setting.generation, of: table)
        progressKey = KeySpace.expiryProgress(ofGeneration: setting.generation, of: table)
    }

    /// When an item expires; nil for one that does not.
    func time(of item: Item) -> Timestamp? {
        item[attributeName]?.expiryTime
    }

    /// Where the first entry of a time would stand.
    func firstKey(of time: Timestamp) -> [UInt8] {
        var key = entryPrefix
        key.reserveCapacity(key.count + 64)
        key.appendInteger(UInt64(max(0, time.milliseconds)))
        return key
    }

    /// Where the entry of an item stands that expires at a time.
    func entryKey(of time: Timestamp, for itemKey: [UInt8]) -> [UInt8] {
        firstKey(of: time) + itemKey[KeySpace.entryPrefixLength...]
    }

    /// Where an entry stands.
    func key(of entry: ExpiryEntry) -> [UInt8] {
        firstKey(of: entry.time) + entry.itemKeyRest
    }

    /// What the key of an entry says.
    func entry(at key: UnsafeRawBufferPointer) -> ExpiryEntry {
        let timeEnd = entryPrefix.count + 8
        let milliseconds = key[entryPrefix.count..<timeEnd].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return ExpiryEntry(time: Timestamp(milliseconds: milliseconds), itemKeyRest: [UInt8](key[timeEnd...]))
    }
}

/// An entry of an index by time, or a place between two entries.
struct ExpiryEntry: Equatable, Sendable {
    let time: Timestamp
    /// The key of the item without what the keys of all items of its table begin with.
    let itemKeyRest: [UInt8]

    /// The first place behind this one.
    var successor: ExpiryEntry { ExpiryEntry(time: time, itemKeyRest: itemKeyRest + [0]) }

    /// The place ahead of all entries of a time.
    static func first(of time: Timestamp) -> ExpiryEntry { ExpiryEntry(time: time, itemKeyRest: []) }
}
