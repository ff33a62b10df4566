// A table as a list of items; what its indexes hold is worked out from them each time anew.

import ApusModel

/// An item as an index, or the table itself, shows it.
struct PlainEntry: Sendable {
    let item: Item
    let attributes: Item

    var bytes: Int { PlainSize.bytes(of: attributes) }
}

struct PlainTable: Sendable {
    let shape: PlainShape
    private(set) var items: [Item] = []

    init(_ shape: PlainShape) {
        self.shape = shape
    }

    func item(at key: Item) -> Item? {
        items.first { shape.keys.areSame(in: $0, and: key) }
    }

    /// Puts an item in the place of whatever has its key; nil leaves nothing there.
    mutating func set(_ item: Item?, at key: Item) {
        items.removeAll { shape.keys.areSame(in: $0, and: key) }
        if let item { items.append(item) }
    }

    /// The entries of an index, in no order; all items where there is none.
    func entries(of index: PlainIndex?, where isWanted: (Item) -> Bool = { _ in true }) -> [PlainEntry] {
        items.compactMap { item in
            guard shape.isIn(index, item), isWanted(item) else { return nil }
            return shape.entry(of: item, in: index)
        }
    }
}

extension PlainShape {
    /// Whether an index has an entry for the item: it does if no key attribute is missing.
    func isIn(_ index: PlainIndex?, _ item: Item) -> Bool {
        index?.keys.all.allSatisfy { item[$0.name] != nil } ?? true
    }

    /// What the index holds of an item that is in it.
    func entry(of item: Item, in index: PlainIndex?) -> PlainEntry {
        guard let index, !index.projectsAll else { return PlainEntry(item: item, attributes: item) }
        return PlainEntry(item: item, attributes: AttributeMap(distinct: item.filter { holds($0.name, in: index) }))
    }

    /// The key that a page ends with: of the table, and of the index where there is one.
    func positionKey(of item: Item, in index: PlainIndex?) -> Item {
        var key = keys.attributes(of: item)
        for part in index?.keys.all ?? [] { key[part.name] = item[part.name] }
        return key
    }
}
