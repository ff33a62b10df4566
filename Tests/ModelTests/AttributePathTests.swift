// Paths into items.

import Testing

@testable import ApusModel

struct AttributePathTests {
    private static let item: Item = ["a": ["b": [10, ["c": "deep"]]], "s": "text", "x": .stringSet(["y"])]

    @Test(
        arguments: [
            ([.name("s")], "text"),
            ([.name("a"), .name("b"), .index(0)], 10),
            ([.name("a"), .name("b"), .index(1), .name("c")], "deep"),
        ] as [([AttributePath.Element], AttributeValue)]
    )
    func `a path leads to a value`(elements: [AttributePath.Element], value: AttributeValue) {
        #expect(AttributePath(elements).value(in: Self.item) == value)
    }

    @Test(
        arguments: [
            [.name("missing")], [.name("a"), .name("missing")], [.name("a"), .index(0)],
            [.name("a"), .name("b"), .index(2)], [.name("a"), .name("b"), .name("c")], [.name("s"), .index(0)],
            [.name("s"), .name("t")], [.name("x"), .index(0)], [.name("a"), .name("b"), .index(0), .name("c")],
        ] as [[AttributePath.Element]]
    )
    func `a path that does not fit the item leads nowhere`(elements: [AttributePath.Element]) {
        #expect(AttributePath(elements).value(in: Self.item) == nil)
    }

    @Test func `a path is shown as the service's messages have it`() {
        let path = AttributePath([.name("a"), .name("b"), .index(1)])

        #expect(path.description == "[a, b, [1]]")
        #expect(path.attributeName == "a")
        #expect(!path.isTopLevel)
        #expect(AttributePath(name: "a").isTopLevel)
    }

    @Test func `names in paths are told apart by their bytes`() {
        let paths: Set = [
            AttributePath(name: "\u{E9}"), AttributePath(name: "e\u{301}"), AttributePath(name: "\u{E9}"),
        ]

        #expect(paths.count == 2)
        #expect(AttributePath(name: "\u{E9}") != AttributePath(name: "e\u{301}"))
    }
}
