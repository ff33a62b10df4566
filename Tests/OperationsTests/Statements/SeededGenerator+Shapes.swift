// Tables by chance: their keys and their indexes.

extension SeededGenerator {
    /// A table with or without a sort key, with up to three indexes of all sorts.
    mutating func shape() -> PlainShape {
        let hash = pick([PlainKey("p", .string), PlainKey("k", .number), PlainKey("id", .binary)])
        let range = pick([nil, PlainKey("s", .number), PlainKey("r", .binary)])
        let keys = PlainKeys(hash: [hash], range: range.map { [$0] } ?? [])
        let count = Int.random(in: 0...3, using: &self)
        return PlainShape(
            tableName: "Random",
            keys: keys,
            indexes: (0..<count).map { number in
                range != nil && happens(percent: 40)
                    ? localIndex(named: "local\(number)", of: keys) : globalIndex(named: "global\(number)")
            }
        )
    }

    private mutating func localIndex(named name: String, of keys: PlainKeys) -> PlainIndex {
        let range = pick([PlainKey("t", .string), PlainKey("w", .number)])
        return PlainIndex(
            name: name,
            isLocal: true,
            keys: PlainKeys(hash: keys.hash, range: [range]),
            projection: projection()
        )
    }

    private mutating func globalIndex(named name: String) -> PlainIndex {
        let hash = pick([
            [PlainKey("g", .string)], [PlainKey("w", .number)], [PlainKey("g", .string), PlainKey("v", .number)],
        ])
        let range = pick([[], [PlainKey("x", .binary)], [PlainKey("t", .string), PlainKey("x", .binary)]])
        return PlainIndex(
            name: name,
            isLocal: false,
            keys: PlainKeys(hash: hash, range: range),
            projection: projection()
        )
    }

    private mutating func projection() -> PlainIndex.Projection {
        pick([.keysOnly, .all, .include(["a", "n"]), .include(["m"])])
    }
}
