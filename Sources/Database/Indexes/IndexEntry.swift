// What an index holds of an item.

import ApusModel

/// The entry of an item in an index.
struct IndexEntry {
    let key: [UInt8]
    /// The attributes that the index holds.
    let item: Item
    /// The size of those by the service's measure, in bytes.
    let size: Int
}

extension Index {
    /// The entry that an item has in this index, where no other index asks for it.
    func entry(of item: Item, with key: PrimaryKey) -> IndexEntry? {
        entry(of: item, indexed: item, with: key)
    }

    /// The entry that an item has in this index; nil where the item lacks an attribute of the index key, or has a value
    /// there that cannot be a key.
    ///
    /// - Parameter part: the part of the item that the indexes of its table can be made from.
    func entry(of item: Item, indexed part: Item, with key: PrimaryKey) -> IndexEntry? {
        guard let values = keyValues(of: part) else { return nil }
        let held = definition.projection == .all ? item : Item(distinct: part.filter { holds($0.name) })
        return IndexEntry(key: entryKey(for: values, of: key), item: held, size: held.itemSize)
    }

    private func keyValues(of item: Item) -> [AttributeValue]? {
        var values: [AttributeValue] = []
        values.reserveCapacity(keySchema.attributes.count)
        for attribute in keySchema.attributes {
            guard let value = item[attribute.name], fault(of: value, as: attribute) == nil else { return nil }
            values.append(value)
        }
        return sizeFault(of: item, in: keySchema.attributes) == nil ? values : nil
    }
}
