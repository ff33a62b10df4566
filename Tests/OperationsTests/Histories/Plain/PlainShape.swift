// The tables that histories are about: their keys and their indexes.

import ApusModel

/// A key attribute: its name, and the type that its values must have.
struct PlainKey: Sendable {
    let name: String
    let type: AttributeType

    init(_ name: String, _ type: AttributeType) {
        self.name = name
        self.type = type
    }
}

/// The key attributes of a table or an index: those that choose the partition, and those that order it.
struct PlainKeys: Sendable {
    let hash: [PlainKey]
    let range: [PlainKey]

    var all: [PlainKey] { hash + range }

    func contains(_ name: String) -> Bool {
        all.contains { $0.name.hasSameBytes(as: name) }
    }

    /// Whether two items agree in these attributes.
    func areSame(in left: Item, and right: Item) -> Bool {
        all.allSatisfy { left[$0.name] == right[$0.name] }
    }

    /// The key attributes alone.
    func attributes(of item: Item) -> Item {
        AttributeMap(all.compactMap { key in item[key.name].map { (key.name, $0) } })
    }
}

struct PlainIndex: Sendable {
    enum Projection: Sendable {
        case keysOnly
        case include([String])
        case all
    }

    let name: String
    let isLocal: Bool
    let keys: PlainKeys
    let projection: Projection

    var projectsAll: Bool {
        if case .all = projection { true } else { false }
    }
}

struct PlainShape: Sendable {
    let tableName: String
    let keys: PlainKeys
    let indexes: [PlainIndex]

    /// The index keys that are no keys of the table: each may be absent, or be refused.
    var looseKeys: [PlainKey] {
        indexes.flatMap(\.keys.all).reduce(into: []) { found, key in
            let isKnown = keys.contains(key.name) || found.contains { $0.name.hasSameBytes(as: key.name) }
            if !isKnown { found.append(key) }
        }
    }

    /// Whether an entry of the index, or an item where there is none, holds an attribute.
    func holds(_ name: String, in index: PlainIndex?) -> Bool {
        guard let index, !keys.contains(name), !index.keys.contains(name) else { return true }
        return switch index.projection {
        case .all: true
        case .keysOnly: false
        case .include(let names): names.contains { $0.hasSameBytes(as: name) }
        }
    }
}

extension PlainShape {
    private static let (p, s, t) = (PlainKey("p", .string), PlainKey("s", .number), PlainKey("t", .string))
    private static let (g, w, v) = (PlainKey("g", .string), PlainKey("w", .number), PlainKey("v", .number))
    private static let (x, id) = (PlainKey("x", .binary), PlainKey("id", .binary))
    private static let (k, r) = (PlainKey("k", .number), PlainKey("r", .binary))

    static let all = [visits, cats, trips]

    private static let visits = PlainShape(
        tableName: "Visits",
        keys: PlainKeys(hash: [p], range: [s]),
        indexes: [
            PlainIndex(
                name: "byNote",
                isLocal: true,
                keys: PlainKeys(hash: [p], range: [t]),
                projection: .include(["a", "m"])
            ),
            PlainIndex(name: "byGroup", isLocal: false, keys: PlainKeys(hash: [g], range: [w]), projection: .all),
            PlainIndex(
                name: "byPlace",
                isLocal: false,
                keys: PlainKeys(hash: [g, v], range: [w, x]),
                projection: .include(["größe"])
            ),
        ]
    )

    private static let cats = PlainShape(
        tableName: "Cats",
        keys: PlainKeys(hash: [id], range: []),
        indexes: [
            PlainIndex(name: "keys", isLocal: false, keys: PlainKeys(hash: [g], range: [w]), projection: .keysOnly),
            PlainIndex(
                name: "some",
                isLocal: false,
                keys: PlainKeys(hash: [w], range: []),
                projection: .include(["n", "c"])
            ),
            PlainIndex(name: "whole", isLocal: false, keys: PlainKeys(hash: [x], range: [id]), projection: .all),
        ]
    )

    private static let trips = PlainShape(
        tableName: "Trips",
        keys: PlainKeys(hash: [k], range: [r]),
        indexes: [
            PlainIndex(name: "byWeight", isLocal: true, keys: PlainKeys(hash: [k], range: [w]), projection: .all),
            PlainIndex(name: "byText", isLocal: true, keys: PlainKeys(hash: [k], range: [t]), projection: .keysOnly),
            PlainIndex(
                name: "byPair",
                isLocal: false,
                keys: PlainKeys(hash: [g, x, w, v], range: []),
                projection: .include(["b"])
            ),
        ]
    )
}
