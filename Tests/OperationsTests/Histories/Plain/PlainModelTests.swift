// Whether the plain model of the histories works by the service's worked figures.

import ApusModel
import Testing

struct PlainModelTests {
    @Test(
        arguments: [
            (["shirt-color": "R", "shirt-size": "M"], 23),
            (["n": 0], 2), (["n": 1], 3), (["n": 12], 3), (["n": 123], 4), (["n": 1_000], 3), (["n": -5], 4),
            (["n": number("0.5")], 3), (["n": number("0.012")], 4), (["n": number("-1E-130")], 4),
            (["n": number("1.2345678901234567890123456789012345678")], 22),
            (["n": number("-123456789012345678901234567890123456.78")], 22),
            (["ö": "ö"], 4), (["b": .binary([1, 2, 3])], 4), (["f": true], 2), (["f": .null], 2),
            (["s": .stringSet(["ab", "c"])], 4), (["s": .numberSet([1, -5])], 6),
            (["s": .binarySet([[1], [2, 3]])], 4),
            (["l": []], 4), (["l": ["ab", 1]], 10), (["m": ["k": "v", "l": [true]]], 14),
        ] as [(Item, Int)]
    )
    func `an item has the size of the formula`(item: Item, bytes: Int) {
        #expect(PlainSize.bytes(of: item) == bytes)
    }

    @Test(
        arguments: [
            ["-1000", "-12.5", "-12", "-0.5", "-0.25", "0", "1E-130", "0.25", "0.5", "9", "10", "10.5", "1E+125"]
                .map { number($0) },
            ["A", "a", "aa", "b", "e\u{301}", "é", "\u{FFFD}", "😀"],
            [[0], [0, 0], [1], [0x7F, 0xFF], [0x80], [0xFF]].map { .binary($0) },
        ] as [[AttributeValue]]
    )
    func `keys stand in the order of their type`(sorted: [AttributeValue]) {
        for (left, leftValue) in sorted.enumerated() {
            for (right, rightValue) in sorted.enumerated() {
                #expect(PlainOrder.compare(leftValue, rightValue).signum() == (left - right).signum())
            }
        }
    }

    @Test(
        arguments: [
            (nil, item("i", bytes: 100), 1, 1), (nil, item("i", bytes: 1_100), 2, 2), (nil, item(nil, bytes: 10), 1, 0),
            (item("i", bytes: 3_200), nil, 4, 4), (item(nil, bytes: 10), item("i", bytes: 10), 1, 1),
            (item("i", bytes: 3_200), item("i", bytes: 900), 4, 4),
            (item("i", bytes: 3_200), item("j", bytes: 900), 4, 5),
            (item("i", bytes: 3_200), item("i", bytes: 3_200), 4, 0), (nil, nil, 1, 0),
        ] as [(Item?, Item?, Double, Double)]
    )
    func `a write costs an index by what it sees of the change`(old: Item?, new: Item?, table: Double, index: Double) {
        let keys = PlainKeys(hash: [PlainKey("id", .string)], range: [])
        let byOwner = PlainIndex(
            name: "byOwner",
            isLocal: false,
            keys: PlainKeys(hash: [PlainKey("owner", .string)], range: []),
            projection: .all
        )
        let shape = PlainShape(tableName: "Cats", keys: keys, indexes: [byOwner])

        let units = PlainUnits(ofWriting: new, over: old, in: shape)

        var told: JSONTree = [
            "TableName": "Cats", "CapacityUnits": .number(table + index), "Table": ["CapacityUnits": .number(table)],
        ]
        if index > 0 { told.add("GlobalSecondaryIndexes", ["byOwner": ["CapacityUnits": .number(index)]]) }
        #expect(units.told(.indexes, of: "Cats") == told)
    }

    private static func number(_ text: String) -> AttributeValue {
        .number(KeyDomains.number(text))
    }

    /// An item that is in the index if it has an owner.
    private static func item(_ owner: String?, bytes: Int) -> Item {
        var item: Item = ["id": "a", "text": KeyDomains.text(of: "x", bytes: bytes)]
        if let owner { item["owner"] = .string(owner) }
        return item
    }
}
