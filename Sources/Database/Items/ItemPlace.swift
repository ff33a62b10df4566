// Where an item stands.

/// Where an item stands, or would stand. Two places are equal where table and key are.
package struct ItemPlace: Hashable, Sendable {
    let entryKey: [UInt8]

    package init(of key: PrimaryKey, in table: Table) {
        entryKey = table.entryKey(for: key)
    }

    fileprivate init(entryKey: [UInt8]) {
        self.entryKey = entryKey
    }
}

extension ItemChange {
    /// Where the item of this change stands.
    package var place: ItemPlace { ItemPlace(entryKey: entryKey) }
}
