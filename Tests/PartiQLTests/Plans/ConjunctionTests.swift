// What a condition says about keys, and what else.

import ApusExpressions
import ApusModel
import ApusPartiQL
import Testing

struct ConjunctionTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "id", type: .string),
        sort: KeyAttribute(name: "at", type: .number)
    )

    @Test(arguments: [
        ("id = 'a' AND at = 1", nil),
        ("at = 1 AND 'a' = id", nil),
        ("(id = 'a' AND n > 1) AND at = 1", "n > 1"),
        ("id = 'a' AND at = 1 AND id = 'b'", "id = 'b'"),
        ("n = 2 AND id = 'a' AND (m = 1 OR m = 2) AND at = 1", "n = 2 AND (m = 1 OR m = 2)"),
    ])
    func `a key is fixed by equalities, and the rest remains`(condition: String, rest: String?) throws {
        var conjunction = Conjunction(try Reading.condition(condition))

        #expect(conjunction.takeKey(of: Self.schema) == ["id": "a", "at": 1])
        #expect(conjunction.rest == (try rest.map { try Reading.condition($0) }))
    }

    @Test(arguments: [
        "id = 'a'", "id = 'a' AND at > 1", "id = 'a' OR at = 1", "NOT (id = 'a' AND at = 1)", "id.x = 'a' AND at = 1",
        "id = 'a' AND at = n", "id = 'a' AND at IN [1]", "id = 'a' AND size(at) = 1",
    ])
    func `without an equality for each attribute there is no key`(condition: String) throws {
        let written = try Reading.condition(condition)
        var conjunction = Conjunction(written)

        #expect(conjunction.takeKey(of: Self.schema) == nil)
        #expect(conjunction.rest == written)
    }

    @Test func `equalities are those of top-level attributes, the first of each`() throws {
        let conjunction = Conjunction(try Reading.condition("a = 1 AND (b = 2 AND a = 3) AND c.d = 4 AND e <> 5"))

        #expect(conjunction.equalities == ["a": 1, "b": 2])
        #expect(Conjunction(nil).equalities.isEmpty)
    }
}
