// Values and items by chance: of all types and several sizes.

import ApusModel

extension SeededGenerator {
    /// Attributes that are no keys; two of them differ only in how their letters are composed.
    static let plainNames = ["a", "b", "c", "n", "m", "größe", "gro\u{308}ße"]
    /// The names within maps.
    static let mapNames = ["x", "long name", "ö"]

    private static let texts = ["", "x", "tom", "Ångström", "e\u{301}\u{1F600}", "\"quoted\"\n\t\\", "\u{0}\u{7F}"]
    private static let numbers = [
        "0", "1", "-1", "12", "-123", "0.5", "-0.007", "1000", "123456789.987654321", "1E+125", "-1E-130",
        "99999999999999999999999999999999999999", "-1.2345678901234567890123456789012345678",
    ]
    // Most are small, for speed; the rest reach over the blocks of 1 KB and 4 KB by which capacity is counted.
    private static let sizes = [0, 1, 3, 10, 20, 40, 70, 100, 400, 900, 1_000, 1_100, 3_000, 4_200]
    private static let blobSizes = [0, 1, 2, 3, 10, 200, 1_000]

    mutating func amount() -> Number {
        KeyDomains.number(pick(["1", "-1", "2.5", "-2.5", "0", "0.0001", "40"]))
    }

    /// A value for the attribute of a name.
    mutating func attributeValue(of name: String) -> AttributeValue {
        if name == "m", happens(percent: 80) { return map(depth: 1) }
        guard name == "n" else { return value() }
        // Updates add to it, so it is mostly a number, and one that the plain model can add up.
        let other = happens(percent: 20) ? value() : .number(0)
        return other.type == .number ? .number(amount()) : other
    }

    mutating func value(depth: Int = 0) -> AttributeValue {
        switch Int.random(in: 0..<(depth < 3 ? 16 : 12), using: &self) {
        case 0, 1: .string(pick(Self.texts))
        case 2, 3: KeyDomains.text(of: pick(["x", "y"]), bytes: pick(Self.sizes) >> depth)
        case 4, 5: .number(KeyDomains.number(pick(Self.numbers)))
        case 6:
            .binary([UInt8](repeating: UInt8.random(in: 0...255, using: &self), count: pick(Self.blobSizes) >> depth))
        case 7: .bool(Bool.random(using: &self))
        case 8: .null
        case 9: .stringSet(atLeastOne(of: Self.texts))
        case 10: .numberSet(atLeastOne(of: Self.numbers).map { KeyDomains.number($0) })
        case 11: .binarySet(atLeastOne(of: [[], [0], [1, 2, 3], [0xFF, 0xFE]]))
        case 12, 13: .list((0..<Int.random(in: 0...3, using: &self)).map { _ in value(depth: depth + 1) })
        default: map(depth: depth + 1)
        }
    }

    private mutating func map(depth: Int) -> AttributeValue {
        .map(AttributeMap(some(of: Self.mapNames, percent: 60).map { ($0, value(depth: depth)) }))
    }

    private mutating func atLeastOne<Element>(of elements: [Element]) -> [Element] {
        let chosen = some(of: elements, percent: 40)
        return chosen.isEmpty ? [pick(elements)] : chosen
    }
}

// MARK: Items

extension SeededGenerator {
    /// An item: index keys and other attributes come and go.
    mutating func item(of shape: PlainShape, at key: Item? = nil) -> Item {
        var item = key ?? self.key(of: shape)
        for key in some(of: shape.looseKeys, percent: 70) { item[key.name] = looseKeyValue(of: key) }
        for name in some(of: Self.plainNames, percent: 40) { item[name] = attributeValue(of: name) }
        return item
    }

    /// Names of attributes, keys among them.
    mutating func projection(of shape: PlainShape) -> [String] {
        let names = (shape.keys.all + shape.looseKeys).map(\.name) + Self.plainNames
        return Array(names.shuffled(using: &self).prefix(Int.random(in: 1...4, using: &self)))
    }
}
