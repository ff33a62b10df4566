// How conditions are read: what binds how tightly, what is refused, and in which words.

import ApusModel
import Testing

@testable import ApusExpressions

@Suite struct ConditionParsingTests {
    private static let a = Predicate.comparison(.path(AttributePath(name: "a")), .equal, .value(5))
    private static let b = Predicate.comparison(.path(AttributePath(name: "b")), .equal, .value(5))
    private static let c = Predicate.comparison(.path(AttributePath(name: "c")), .equal, .value(5))

    private static let trees: [(String, Predicate)] = [
        ("a = :n AND b = :n OR c = :n", .any([.all([a, b]), c])),
        ("a = :n OR b = :n AND c = :n", .any([a, .all([b, c])])),
        ("a = :n AND (b = :n OR c = :n)", .all([a, .any([b, c])])),
        ("NOT a = :n AND b = :n", .all([.not(a), b])),
        ("NOT (a = :n AND b = :n)", .not(.all([a, b]))),
        ("not a=:n aNd b=:n Or c=:n", .any([.all([.not(a), b]), c])),
        ("NOT NOT a = :n", .not(.not(a))),
        ("NOT NOT NOT a = :n", .not(a)),
        ("NOT (NOT a = :n)", .not(.not(a))),
        ("(a = :n)", a),
        ("((a = :n) AND b = :n)", .all([a, b])),
        ("(a) = (:n)", a),
        ("NOT (a) = :n", .not(a)),
        ("((a) = :n)", a),
        ("a BETWEEN :one AND :n AND b = :n", .all([.between(path("a"), lower: .value(1), upper: .value(5)), b])),
        ("a IN (:n)", .isOneOf(path("a"), [.value(5)])),
        ("a in (:n, b, size(c))", .isOneOf(path("a"), [.value(5), path("b"), .size(path("c"))])),
        (":n <> a", .comparison(.value(5), .notEqual, path("a"))),
        (":n<=:one", .comparison(.value(5), .lessOrEqual, .value(1))),
        ("size (a) >= size(b)", .comparison(.size(path("a")), .greaterOrEqual, .size(path("b")))),
        ("(size(a)) > (size((b)))", .comparison(.size(path("a")), .greater, .size(path("b")))),
        ("(attribute_exists(a))", .exists(AttributePath(name: "a"))),
        ("attribute_not_exists(a.b[1])", .doesNotExist(AttributePath([.name("a"), .name("b"), .index(1)]))),
        ("attribute_type(a, :type)", .isOfType(AttributePath(name: "a"), .string)),
        ("begins_with(a, :s)", .begins(path("a"), with: .value("m"))),
        ("contains(a, b)", .contains(path("a"), element: path("b"))),
    ]

    @Test(arguments: trees)
    func `a condition becomes a tree`(text: String, tree: Predicate) throws {
        #expect(try Condition(text).predicate == tree)
    }

    @Test func `a condition tells its paths in the order written`() throws {
        let condition = try Condition(
            "a = b AND (c BETWEEN :n AND d OR NOT e IN (f, size(g[0]))) AND attribute_exists(h.i) "
                + "AND attribute_not_exists(j) AND attribute_type(k, :type) AND begins_with(l, m) AND contains(n, o)"
        )

        #expect(
            condition.paths.map(\.description) == [
                "[a]", "[b]", "[c]", "[d]", "[e]", "[f]", "[g, [0]]", "[h, i]", "[j]", "[k]", "[l]", "[m]", "[n]",
                "[o]",
            ]
        )
    }

    @Test(arguments: [
        ("a", "<EOF>", "a"),
        ("(a)", "<EOF>", ")"),
        ("a =", "<EOF>", "="),
        ("a = :n AND", "<EOF>", "AND"),
        ("a = :n b = :n", "b", ":n b ="),
        ("a AND b = :n", "AND", "a AND b"),
        ("a = :n AND (b)", "<EOF>", ")"),
        ("(a AND b = :n)", "AND", "a AND b"),
        ("(a = :n", "<EOF>", ":n"),
        ("a = :n)", ")", ":n)"),
        ("(a = :n) = :n", "=", ") = :n"),
        ("a = :n = :n", "=", ":n = :n"),
        ("a == :n", "=", "== :n"),
        ("a != :n", "!", "a !="),
        ("a = 5", "5", "= 5"),
        ("NOT", "<EOF>", "NOT"),
        ("a NOT IN (:n)", "NOT", "a NOT IN"),
        ("a IN :n", ":n", "IN :n"),
        ("a IN ()", ")", "()"),
        ("a IN (:n,)", ")", ",)"),
        ("a BETWEEN :one, :n", ",", ":one, :n"),
        ("a BETWEEN :one AND", "<EOF>", "AND"),
        ("size(a)[0] = :n", "[", ")[0"),
        ("(size(a))[0] > a", "[", ")[0"),
        ("(a).b = :n", ".", ").b"),
        ("#a(b)", "(", "#a(b"),
        ("size() = :n", ")", "() ="),
        ("size(a = :n) = :n", "=", "a = :n"),
        ("begins_with(a, :s", "<EOF>", ":s"),
        ("a + b = :n", "+", "a + b"),
        ("SET a = :n", "SET", "SET a"),
    ])
    func `a fault of syntax shows the token between its neighbours`(text: String, token: String, near: String) {
        let message = ServiceError.message { try Condition(text) }

        #expect(message == "Invalid ConditionExpression: Syntax error; token: \"\(token)\", near: \"\(near)\"")
    }

    @Test(arguments: [
        "((a = :n))", "((a = :n AND b = :n))", "a = :n AND ((b = :n))", "((a)) = :n", "a = ((:n))", "size((( a))) = :n",
        "NOT ((a = :n))", "((attribute_exists(a)))", "a IN (((:n)))", "((size(a))) > :n", "a IN ((:n), ((b)))",
    ])
    func `parentheses round parentheses are redundant`(text: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: The expression has redundant parentheses;"
        )
    }

    @Test func `the list of an IN is in no redundant parentheses`() throws {
        #expect(try Condition("a IN ((:n), (b))").predicate == .isOneOf(Self.path("a"), [.value(5), Self.path("b")]))
    }

    @Test(arguments: [
        ("size(a)", "size"), ("(size(a))", "size"), ("NOT size(a)", "size"), ("a = :n OR size(a)", "size"),
        ("attribute_exists(a) = :true", "attribute_exists"), ("contains(a, begins_with(b, :s))", "begins_with"),
        ("a IN (attribute_exists(b))", "attribute_exists"), ("a BETWEEN :n AND contains(a, b)", "contains"),
        ("size(attribute_type(a, :type)) = :n", "attribute_type"),
    ])
    func `a function out of place is told`(text: String, function: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: The function is not allowed to be used this way in an expression; "
                + "function: \(function)"
        )
    }

    @Test(arguments: [
        ("attribute_exists(a, b)", "attribute_exists", 2), ("attribute_not_exists(a, b, c)", "attribute_not_exists", 3),
        ("attribute_type(a)", "attribute_type", 1), ("begins_with(a)", "begins_with", 1),
        ("contains(a, b, c)", "contains", 3), ("size(a, b) = :n", "size", 2),
    ])
    func `a wrong number of operands is told`(text: String, function: String, count: Int) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: Incorrect number of operands for operator or function; "
                + "operator or function: \(function), number of operands: \(count)"
        )
    }

    @Test func `an IN has 100 candidates at most`() {
        let list = { count in "a IN (" + repeatElement(":n", count: count).joined(separator: ",") + ")" }

        #expect(ServiceError.message { try Condition(list(100)) } == nil)
        #expect(
            ServiceError.message { try Condition(list(101)) }
                == "Invalid ConditionExpression: Incorrect number of operands for operator or function; "
                + "operator or function: IN, number of operands: 101"
        )
    }

    @Test(arguments: [
        ("begins_with(a, :n)", "begins_with", "N"), ("begins_with(:l, a)", "begins_with", "L"),
        ("begins_with(a, size(b))", "begins_with", "N"), ("a < :true", "<", "BOOL"), (":null >= a", ">=", "NULL"),
        ("a <= :m", "<=", "M"), ("a > :ss", ">", "SS"), ("a BETWEEN :l AND :l", "BETWEEN", "L"),
        (":ns BETWEEN a AND b", "BETWEEN", "NS"), ("size(:n) = :n", "size", "N"), ("size(:true) = :n", "size", "BOOL"),
        ("size(:null) = :n", "size", "NULL"), ("size(size(a)) = :n", "size", "N"),
        ("attribute_type(a, :n)", "attribute_type", "N"),
        ("attribute_type(a, b)", "attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"),
    ])
    func `a constant of a wrong type is told`(text: String, name: String, type: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: Incorrect operand type for operator or function; "
                + "operator or function: \(name), operand type: \(type)"
        )
    }

    @Test func `a name of no type is told`() {
        #expect(
            ServiceError.message { try Condition("attribute_type(a, :notype)") }
                == "Invalid ConditionExpression: Invalid attribute type name found; type: 1, "
                + "valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
        )
    }

    @Test(arguments: [
        ("attribute_exists(:n)", "attribute_exists"), ("attribute_not_exists(size(a))", "attribute_not_exists"),
        ("attribute_type(:s, :type)", "attribute_type"),
    ])
    func `a function that needs a path says so`(text: String, function: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: Operator or function requires a document path; "
                + "operator or function: \(function)"
        )
    }

    @Test(arguments: [
        ("a = a", "=", "[a]"), ("a <> #a", "<>", "[a]"), ("a.b[1] < a.b[1]", "<", "[a, b, [1]]"),
        ("begins_with(a, a)", "begins_with", "[a]"), ("contains(a, a)", "contains", "[a]"),
        ("a IN (:n, a)", "IN", "[a]"), ("a BETWEEN :one AND a", "BETWEEN", "[a]"),
    ])
    func `the first operand is distinct from the others`(text: String, name: String, path: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: The first operand must be distinct from the remaining operands for "
                + "this operator or function; operator: \(name), first operand: \(path)"
        )
    }

    @Test(arguments: ["a = a.b", "a[0] = a[1]", "size(a) = a", "size(a) = size(a)", ":n = :n"])
    func `operands that are not one path are distinct`(text: String) {
        #expect(ServiceError.message { try Condition(text) } == nil)
    }

    @Test(arguments: [
        ("a BETWEEN :one AND :s", "N:1", "S:m"), ("a BETWEEN :s AND :b", "S:m", "B:AQI="),
    ])
    func `the bounds of a BETWEEN are of one type`(text: String, lower: String, upper: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: The BETWEEN operator requires same data type for lower and upper "
                + "bounds; lower bound operand: AttributeValue: {\(lower)}, "
                + "upper bound operand: AttributeValue: {\(upper)}"
        )
    }

    @Test(arguments: [
        ("a BETWEEN :n AND :one", "N:5", "N:1"), ("a BETWEEN :s AND :low", "S:m", "S:a"),
    ])
    func `the bounds of a BETWEEN are in order`(text: String, lower: String, upper: String) {
        #expect(
            ServiceError.message { try Condition(text, as: .filter) }
                == "Invalid FilterExpression: The BETWEEN operator requires upper bound to be greater than or equal "
                + "to lower bound; lower bound operand: AttributeValue: {\(lower)}, "
                + "upper bound operand: AttributeValue: {\(upper)}"
        )
    }

    @Test func `the bounds of a BETWEEN may be the same`() {
        #expect(ServiceError.message { try Condition("a BETWEEN :n AND :n") } == nil)
    }

    private static func path(_ name: String) -> Operand { .path(AttributePath(name: name)) }
}
