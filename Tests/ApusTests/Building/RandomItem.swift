// Random items, and random operands that have something to do with them.

import Apus
import ApusModel

/// Items of few attributes and few values, so that comparisons come out either way.
enum RandomItem {
    /// Places in the items, as the library names them and as the tests do.
    static let paths: [(document: DocumentPath, steps: AttributePath)] = [
        ("a", AttributePath(name: "a")),
        ("select", AttributePath(name: "select")),
        (DocumentPath(name: "b.c"), AttributePath(name: "b.c")),
        ("m.a", AttributePath([.name("m"), .name("a")])),
        (DocumentPath(name: "m").member("x[0]"), AttributePath([.name("m"), .name("x[0]")])),
        ("l[0]", AttributePath([.name("l"), .index(0)])),
        ("l[1].a", AttributePath([.name("l"), .index(1), .name("a")])),
    ]

    static let values: [AttributeValue] = [
        0, 1, 2, 3, "", "a", "ab", "b", .binary([]), .binary([1]), .binary([1, 2]), true, .null, [1, "a"], ["a": 1],
        .stringSet(["a", "b"]), .numberSet([2, 1]), .binarySet([[1]]),
    ]

    static func item(using chance: inout SeededChance) -> Item {
        var item = map(of: ["a", "select", "b.c"], using: &chance)
        item["m"] = chance.happens(0.8) ? .map(map(of: ["a", "x[0]"], using: &chance)) : value(using: &chance)
        if chance.happens(0.8) { item["l"] = [value(using: &chance), .map(map(of: ["a"], using: &chance))] }
        return item
    }

    static func value(using chance: inout SeededChance) -> AttributeValue {
        // Numbers and texts more often: only they are ordered.
        values[Int.random(in: 0..<(chance.happens(0.7) ? 8 : values.count), using: &chance)]
    }

    private static func map(of names: [String], using chance: inout SeededChance) -> AttributeMap {
        var map = AttributeMap()
        for name in names where chance.happens(0.75) { map[name] = value(using: &chance) }
        return map
    }
}

/// An operand, and what it is meant to be.
struct MeantOperand {
    enum Meaning {
        case path(AttributePath)
        case size(AttributePath)
        case constant(AttributeValue)
    }

    let operand: any Operand
    let meaning: Meaning

    /// Different operands, of which the first is no constant most of the time. The service refuses one path twice.
    static func several(_ count: Int, using chance: inout SeededChance) -> [MeantOperand] {
        let paths = RandomItem.paths.shuffled(using: &chance)
        return (0..<count).map { place in
            let (document, steps) = paths[place]
            let isConstant = chance.happens(place == 0 ? 0.2 : 0.7)
            if isConstant { return constant(RandomItem.value(using: &chance)) }
            if chance.happens(0.2) { return MeantOperand(operand: document.size, meaning: .size(steps)) }
            return MeantOperand(operand: document, meaning: .path(steps))
        }
    }

    static func constant(_ value: AttributeValue) -> MeantOperand {
        MeantOperand(operand: Constant(value), meaning: .constant(value))
    }

    func value(in item: Item) -> AttributeValue? {
        switch meaning {
        case .path(let path): path.value(in: item)
        case .size(let path): path.value(in: item).flatMap(Self.size).map { .number(Number($0)) }
        case .constant(let value): value
        }
    }

    /// Whether the operand asks for the size of something that has none.
    func lacksSize(in item: Item) -> Bool {
        if case .size = meaning { value(in: item) == nil } else { false }
    }

    /// The type that the operand has whatever the item.
    var knownType: AttributeType? {
        switch meaning {
        case .path: nil
        case .size: .number
        case .constant(let value): value.type
        }
    }

    private static func size(of value: AttributeValue) -> Int? {
        switch value {
        case .string(let text): text.unicodeScalars.count
        case .binary(let bytes): bytes.count
        case .list(let elements): elements.count
        case .map(let attributes): attributes.count
        case .stringSet(let texts): texts.count
        case .numberSet(let numbers): numbers.count
        case .binarySet(let elements): elements.count
        case .number, .bool, .null: nil
        }
    }
}
