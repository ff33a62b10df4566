// What a projection keeps of an item, and which projections are refused.

import ApusExpressions
import ApusModel
import Testing

@Suite struct ProjectionTests {
    private static let item: Item = [
        "pk": "p", "a": ["b": 1, "c": ["d": 2, "e": 3]], "l": [0, 1, 2, 3], "ll": [[1, 2], [3, ["x": 4]]], "n": .null,
    ]

    private static let picks: [(String, Item)] = [
        ("pk", ["pk": "p"]),
        ("a", ["a": ["b": 1, "c": ["d": 2, "e": 3]]]),
        ("a.b", ["a": ["b": 1]]),
        ("a.b, a.c.e", ["a": ["b": 1, "c": ["e": 3]]]),
        ("a.c.e, pk, a.b", ["a": ["b": 1, "c": ["e": 3]], "pk": "p"]),
        ("l[3], l[1]", ["l": [1, 3]]),
        ("l[9], l[2]", ["l": [2]]),
        ("ll[1][1].x", ["ll": [[["x": 4]]]]),
        ("ll[0][1], ll[1][0]", ["ll": [[2], [3]]]),
        ("n", ["n": .null]),
        ("gone", [:]),
        ("a.gone", [:]),
        ("a.b.gone", [:]),
        ("a[0]", [:]),
        ("l.x", [:]),
        ("l[4]", [:]),
        ("pk.x, a.b", ["a": ["b": 1]]),
    ]

    @Test(arguments: picks)
    func `a projection keeps the structure round what it picks`(text: String, picked: Item) throws {
        #expect(try Projection(text).applied(to: Self.item) == picked)
    }

    @Test func `names of attributes may be given without an expression`() {
        let projection = Projection(attributeNames: ["pk", "a.b", "n"])

        #expect(projection.applied(to: Self.item) == ["pk": "p", "n": .null])
    }

    @Test func `a projection tells its paths in the order written`() throws {
        #expect(try Projection("b[1], #a, c").paths.map(\.description) == ["[b, [1]]", "[a]", "[c]"])
    }

    @Test(arguments: [
        ("a, a", "[a]", "[a]"),
        ("a, #a", "[a]", "[a]"),
        ("a, a.b", "[a]", "[a, b]"),
        ("a.b, a", "[a, b]", "[a]"),
        ("x, a.b, a.c, a", "[a, b]", "[a]"),
        ("a[0], a[0].c", "[a, [0]]", "[a, [0], c]"),
        ("a[0].b, b, a[0].b.c", "[a, [0], b]", "[a, [0], b, c]"),
    ])
    func `paths that lead through one another overlap`(text: String, first: String, second: String) {
        #expect(
            ServiceError.message { try Projection(text) }
                == "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite "
                + "one of these paths; path one: \(first), path two: \(second)"
        )
    }

    @Test(arguments: [
        ("a.b, a[1]", "[a, b]", "[a, [1]]"),
        ("a[1], a.b", "[a, [1]]", "[a, b]"),
        ("x.a.b, y, x.a[1].c", "[x, a, b]", "[x, a, [1], c]"),
    ])
    func `paths that go on with a name and with an index conflict`(text: String, first: String, second: String) {
        #expect(
            ServiceError.message { try Projection(text) }
                == "Invalid ProjectionExpression: Two document paths conflict with each other; must remove or rewrite "
                + "one of these paths; path one: \(first), path two: \(second)"
        )
    }

    @Test(arguments: ["a.b, a.c", "a[0], a[1]", "a.b[0], b.a, a.b[1]", "a, #dotted"])
    func `siblings are in nobody's way`(text: String) {
        #expect(ServiceError.message { try Projection(text) } == nil)
    }
}
