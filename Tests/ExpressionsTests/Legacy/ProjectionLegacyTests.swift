// Which attributes a reader asks for by name alone.

import ApusExpressions
import ApusModel
import Testing

@Suite struct ProjectionLegacyTests {
    @Test func `attributes are picked by their whole names`() throws {
        let projection = try Projection(attributesToGet: ["b", "a.b", "gone", "é"])

        let picked = projection.applied(to: ["a": ["b": 1], "a.b": 2, "b": 3, "c": 4, "é": 5, "e\u{301}": 6])

        #expect(picked == ["a.b": 2, "b": 3, "é": 5])
    }

    @Test(
        arguments: [
            (["a", "b", "a"], "One or more parameter values were invalid: Duplicate value in attribute name: a"),
            (["a", ""], "Empty attribute name"),
            (["é", "e\u{301}"], nil),
        ] as [([String], String?)]
    )
    func `a name stands once, and is not empty`(names: [String], message: String?) {
        #expect(ServiceError.message { try Projection(attributesToGet: names) } == message)
    }
}
