// Attributes under their names.

import Testing

@testable import ApusModel

struct AttributeMapTests {
    private static let equalities: [(AttributeMap, AttributeMap, Bool)] = [
        (["a": 1, "b": 2], ["b": 2, "a": 1], true),
        ([:], [:], true),
        (["a": 1], ["a": 1, "b": 1], false),
        (["a": 1], ["b": 1], false),
        (["a": 1], ["a": "1"], false),
        (["\u{E9}": 1], ["e\u{301}": 1], false),
    ]

    @Test func `attributes keep the order in which they came`() {
        var map: AttributeMap = ["b": 1, "a": 2]

        map["c"] = 3
        map["b"] = 4

        #expect(map.map(\.name) == ["b", "a", "c"])
        #expect(map.map(\.value) == [4, 2, 3])
    }

    @Test func `an attribute is removed by setting nil`() {
        var map: AttributeMap = ["a": 1, "b": 2]

        map["a"] = nil
        map["missing"] = nil

        #expect(map == ["b": 2])
        #expect(map["a"] == nil)
    }

    @Test func `of two attributes with one name the later stands`() {
        let map = AttributeMap([("a", 1), ("b", 2), ("a", 3)])

        #expect(map == ["a": 3, "b": 2])
    }

    @Test func `names are told apart by their bytes`() {
        let map: AttributeMap = ["\u{E9}": 1, "e\u{301}": 2]

        #expect(map.count == 2)
        #expect(map["\u{E9}"] == 1)
        #expect(map["e\u{301}"] == 2)
    }

    @Test(arguments: equalities)
    func `maps are equal whose attributes are, in whatever order`(
        left: AttributeMap,
        right: AttributeMap,
        areEqual: Bool
    ) {
        #expect((left == right) == areEqual)
        #expect((right == left) == areEqual)
    }
}
