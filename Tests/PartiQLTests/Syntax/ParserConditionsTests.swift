// Conditions of statements, and the trees that they become.

import ApusExpressions
import ApusModel
import ApusPartiQL
import Testing

struct ParserConditionsTests {
    private static let a = Operand.attribute("a")
    private static let b = Operand.attribute("b")

    @Test(arguments: [
        ("a = 1", Predicate.comparison(a, .equal, .value(1))),
        ("a <> 'x'", .comparison(a, .notEqual, .value("x"))),
        ("1 <= a", .comparison(.value(1), .lessOrEqual, a)),
        ("a = b", .comparison(a, .equal, b)),
        ("(a) > (b)", .comparison(a, .greater, b)),
        ("a = [1, 'x']", .comparison(a, .equal, .value([1, "x"]))),
        ("a = <<1>>", .comparison(a, .equal, .value(.numberSet([1])))),
        ("size(a) >= 2", .comparison(.size(a), .greaterOrEqual, .value(2))),
        ("a BETWEEN 1 AND 2", .between(a, lower: .value(1), upper: .value(2))),
        ("a NOT BETWEEN 1 AND 2", .not(.between(a, lower: .value(1), upper: .value(2)))),
        ("a IN [1, 'x']", .isOneOf(a, [.value(1), .value("x")])),
        ("a in (1, b)", .isOneOf(a, [.value(1), b])),
        ("a NOT IN [1]", .not(.isOneOf(a, [.value(1)]))),
        ("a IS MISSING", .doesNotExist(path("a"))),
        ("a.b[0] is not missing", .exists(path("a", "b", 0))),
        ("a IS NULL", .isOfType(path("a"), .null)),
        ("a IS NOT NULL", .not(.isOfType(path("a"), .null))),
        ("begins_with(a, 'x')", .begins(a, with: .value("x"))),
        ("BEGINS_WITH(a, b)", .begins(a, with: b)),
        ("Contains(a, 1)", .contains(a, element: .value(1))),
        ("attribute_type(a, 'SS')", .isOfType(path("a"), .stringSet)),
    ])
    func `every operator has its tree`(text: String, predicate: Predicate) throws {
        #expect(try Reading.condition(text) == predicate)
    }

    @Test(arguments: [
        ("a = 1 OR b = 1 AND a = 2", "a = 1 OR (b = 1 AND a = 2)"),
        ("NOT a = 1 AND b = 1", "(NOT a = 1) AND b = 1"),
        ("a BETWEEN 1 AND 2 AND b = 1", "(a BETWEEN 1 AND 2) AND b = 1"),
        ("((a = 1))", "a = 1"),
        ("NOT NOT a = 1", "a = 1"),
        ("NOT NOT NOT a = 1", "NOT a = 1"),
        ("NOT (a = 1 OR b = 1)", "not ((a = 1) or (b = 1))"),
    ])
    func `operators bind as they do in expressions`(text: String, other: String) throws {
        #expect(try Reading.condition(text) == Reading.condition(other))
    }

    @Test func `question marks take parameters in their order`() throws {
        let condition = try Reading.condition("a = ? AND b BETWEEN ? AND ?", ["x", 1, 2])

        #expect(
            condition
                == .all([
                    .comparison(Self.a, .equal, .value("x")), .between(Self.b, lower: .value(1), upper: .value(2)),
                ])
        )
    }
}
