// Sizes by the service's measure.

import Testing

@testable import ApusModel

struct ItemSizeTests {
    @Test(
        arguments: [
            ("0", 1), ("1", 2), ("12", 2), ("123", 3), ("1000", 2), ("-5", 3), ("0.1", 2), ("0.12", 2), ("0.012", 3),
            ("0.123", 3), ("1.5", 3), ("12.5", 3), ("-12.5", 4), ("1E125", 2), ("1E-130", 2), ("-1E-130", 3),
            ("9.9999999999999999999999999999999999999", 21), ("-9.9999999999999999999999999999999999999", 22),
            ("99.999999999999999999999999999999999999", 20), ("100.01", 4), ("100.1", 4),
        ] as [(String, Int)]
    )
    func `a number takes a byte for each pair of digits`(text: String, size: Int) throws {
        #expect(AttributeValue.number(try Number(text)).size == size)
    }

    @Test(
        arguments: [
            ("", 0), ("abc", 3), ("é", 2), ("😀", 4), (.binary([]), 0), (.binary([1, 2, 3]), 3),
            (true, 1), (false, 1), (.null, 1),
            (.stringSet(["a", "bc", ""]), 3), (.numberSet([1, 12, 123]), 7), (.binarySet([[1], [], [2, 3]]), 3),
            ([], 3), ([true], 5), (["ab", .null], 8), ([[]], 7),
            ([:], 3), (["k": "v"], 6), (["é": ["x": true]], 12),
        ] as [(AttributeValue, Int)]
    )
    func `a value has the size of its bytes and of what holds them`(value: AttributeValue, size: Int) {
        #expect(value.size == size)
    }

    @Test(
        arguments: [
            ([:], 0),
            (["shirt-color": "R", "shirt-size": "M"], 23),
            (["id": "tom", "visits": 1], 13),
            (["é": "é"], 4),
        ] as [(Item, Int)]
    )
    func `an item has the size of its names and values`(item: Item, size: Int) {
        #expect(item.itemSize == size)
    }
}
