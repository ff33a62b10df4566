// When values are equal, and which stands first.

import Testing

@testable import ApusModel

struct AttributeValueTests {
    private static let deeplyNested: AttributeValue = (0..<40).reduce(AttributeValue.null) { inner, _ in
        AttributeValue.list([inner])
    }

    @Test(
        arguments: [
            (.string("a"), .string("a")),
            (.number(10), .number(Number(10))),
            (.stringSet(["a", "b", "c"]), .stringSet(["c", "a", "b"])),
            (.numberSet([1, 2]), .numberSet([2, 1])),
            (.binarySet([[1], [2]]), .binarySet([[2], [1]])),
            (["a": 1, "b": 2], ["b": 2, "a": 1]),
            ([["a": .stringSet(["x", "y"])]], [["a": .stringSet(["y", "x"])]]),
            (.null, .null),
        ] as [(AttributeValue, AttributeValue)]
    )
    func `equal values are equal in whatever order sets and maps have`(left: AttributeValue, right: AttributeValue) {
        #expect(left == right)
    }

    @Test(
        arguments: [
            (.string("1"), .number(1)),
            (.string("\u{E9}"), .string("e\u{301}")),
            (.stringSet(["\u{E9}"]), .stringSet(["e\u{301}"])),
            (["\u{E9}": 1], ["e\u{301}": 1]),
            (.binary([0x61]), .string("a")),
            (["a", "b"], ["b", "a"]),
            (["a", "a", "b"], ["a", "b", "b"]),
            (.stringSet(["a"]), ["a"]),
            (.stringSet(["a"]), .stringSet(["a", "b"])),
            (.numberSet([1]), .numberSet([1, 2])),
            (["a": 1], ["a": 1, "b": 2]),
            (["a": 1], ["a": 2]),
            (false, .null),
            (true, false),
        ] as [(AttributeValue, AttributeValue)]
    )
    func `values of other types, bytes or elements differ`(left: AttributeValue, right: AttributeValue) {
        #expect(left != right)
        #expect(right != left)
    }

    @Test(
        arguments: [
            (.string("a"), .string("b"), -1),
            (.string("Z"), .string("a"), -1),
            (.string("\u{FFFF}"), .string("😀"), -1),
            (.string("a"), .string("a"), 0),
            (.number(2), .number(10), -1),
            (.number(-2), .number(-10), 1),
            (.number(7), .number(7), 0),
            (.binary([1]), .binary([1, 0]), -1),
            (.binary([0xFF]), .binary([0x7F]), 1),
        ] as [(AttributeValue, AttributeValue, Int)]
    )
    func `strings, numbers and binaries have an order`(left: AttributeValue, right: AttributeValue, order: Int) {
        #expect(left.order(relativeTo: right)?.signum() == order)
        #expect(right.order(relativeTo: left)?.signum() == -order)
    }

    @Test(
        arguments: [
            (.string("1"), .number(1)), (true, true), (.null, .null), ([1], [1]), (["a": 1], ["a": 1]),
            (.stringSet(["a"]), .stringSet(["a"])), (.binary([1]), .string("\u{1}")),
        ] as [(AttributeValue, AttributeValue)]
    )
    func `values of two types, or of any other type, have none`(left: AttributeValue, right: AttributeValue) {
        #expect(left.order(relativeTo: right) == nil)
    }

    @Test(
        arguments: [
            (.string("a"), "S"), (1, "N"), (.binary([]), "B"), (true, "BOOL"), (.null, "NULL"), ([], "L"), ([:], "M"),
            (.stringSet([]), "SS"), (.numberSet([]), "NS"), (.binarySet([]), "BS"),
        ] as [(AttributeValue, String)]
    )
    func `a type has the name that the API gives it`(value: AttributeValue, name: String) {
        #expect(value.type.rawValue == name)
    }

    @Test(
        arguments: [
            (.string("a"), 0), (.stringSet(["a"]), 0), ([], 1), ([:], 1), ([1, [2]], 2), (["a": ["b": []]], 3),
            ([[], [[]], 1], 3), (deeplyNested, 40),
        ] as [(AttributeValue, Int)]
    )
    func `levels of nesting are counted along the deepest path`(value: AttributeValue, levels: Int) {
        #expect(value.nestingLevels == levels)
    }
}
