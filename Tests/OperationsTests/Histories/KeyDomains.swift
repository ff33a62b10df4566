// Keys by chance: few of them, so that steps meet.

import ApusModel

/// The values that key attributes are chosen from.
enum KeyDomains {
    static func values(of name: String) -> [AttributeValue] {
        all.first { $0.name == name }!.values
    }

    private static let all: [(name: String, values: [AttributeValue])] = [
        ("p", ["a", "b", "é"]),
        ("s", numbers("-12.5", "0", "3", "7", "1E+30", "-1E-20", "100", "12")),
        ("t", ["A", "a", "b", "é", "e\u{301}", "\u{FFFD}", "😀", text(of: "t", bytes: 1_000)]),
        ("g", ["north", "süd", text(of: "g", bytes: 1_100)]),
        ("w", numbers("-3", "0", "2.5", "40", "1E+20")),
        ("v", numbers("1", "-0.001")),
        ("x", [[0], [0, 0], [1], [0xFF], [0x7F, 0x80], [UInt8](repeating: 7, count: 900)].map { .binary($0) }),
        ("id", (0..<14).flatMap { [[$0], [$0, 0xFF]] }.map { .binary($0) }),
        ("k", numbers("-1", "0", "5.5", "99")),
        ("r", [[0], [0, 0], [0x10], [0x10, 0], [0xFE], [0xFF, 0xFF]].map { .binary($0) }),
    ]

    private static func numbers(_ texts: String...) -> [AttributeValue] {
        texts.map { .number(number($0)) }
    }

    static func number(_ text: String) -> Number {
        guard let number = try? Number(text) else { preconditionFailure("\(text) is a number") }
        return number
    }

    static func text(of letter: String, bytes: Int) -> AttributeValue {
        .string(String(repeating: letter, count: bytes))
    }
}

extension SeededGenerator {
    mutating func keyValue(of key: PlainKey) -> AttributeValue {
        pick(KeyDomains.values(of: key.name))
    }

    mutating func key(of shape: PlainShape) -> Item {
        AttributeMap(shape.keys.all.map { ($0.name, keyValue(of: $0)) })
    }

    /// Different keys, as many as one of `count` or fewer.
    mutating func keys(of shape: PlainShape, count: ClosedRange<Int>) -> [Item] {
        var keys: [Item] = []
        for _ in 0..<Int.random(in: count, using: &self) {
            let key = key(of: shape)
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// A value for an index key, now and then one that must be refused.
    mutating func looseKeyValue(of key: PlainKey) -> AttributeValue {
        guard happens(percent: 1) else { return keyValue(of: key) }
        let wrong: AttributeValue = key.type == .string ? 7 : "seven"
        switch key.type {
        case .string: return pick([wrong, .null, "", KeyDomains.text(of: "l", bytes: 2_100)])
        case .binary: return pick([wrong, .null, .binary([]), .binary([UInt8](repeating: 1, count: 2_100))])
        default: return pick([wrong, .bool(true), .numberSet([1])])
        }
    }
}
