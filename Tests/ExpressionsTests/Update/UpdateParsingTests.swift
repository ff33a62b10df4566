// How updates are read: what is refused, and in which words.

import ApusExpressions
import ApusModel
import Testing

@Suite struct UpdateParsingTests {
    private static let actions: [(String, [UpdateAction])] = [
        ("SET a = :n", [.set(path("a"), .value(5))]),
        ("set a=b", [.set(path("a"), .path(path("b")))]),
        ("SET a = b + :n", [.set(path("a"), .sum(.path(path("b")), .value(5)))]),
        ("SET a = :n-b", [.set(path("a"), .difference(.value(5), .path(path("b"))))]),
        ("SET a = (b)", [.set(path("a"), .path(path("b")))]),
        ("SET a = (b + :n)", [.set(path("a"), .sum(.path(path("b")), .value(5)))]),
        ("SET a = (b) + (:n)", [.set(path("a"), .sum(.path(path("b")), .value(5)))]),
        ("SET a = ((b) + :n)", [.set(path("a"), .sum(.path(path("b")), .value(5)))]),
        (
            "SET a = if_not_exists(b, :one) + :n",
            [.set(path("a"), .sum(.ifNotExists(path("b"), otherwise: .value(1)), .value(5)))]
        ),
        (
            "SET a = if_not_exists (b, if_not_exists(c, (:n)))",
            [.set(path("a"), .ifNotExists(path("b"), otherwise: .ifNotExists(path("c"), otherwise: .value(5))))]
        ),
        (
            "SET a = list_append(if_not_exists(a, :l), b)",
            [.set(path("a"), .listAppend(.ifNotExists(path("a"), otherwise: .value([1, "x"])), .path(path("b"))))]
        ),
        ("REMOVE a, b", [.remove(path("a")), .remove(path("b"))]),
        ("ADD a :n, b :ss", [.add(path("a"), 5), .add(path("b"), .stringSet(["a", "b"]))]),
        ("DELETE a :ns", [.delete(path("a"), .numberSet([1, 2]))]),
        (
            "DELETE d :bs ADD c :n REMOVE b SET a = :n",
            [.delete(path("d"), .binarySet([[1]])), .add(path("c"), 5), .remove(path("b")), .set(path("a"), .value(5))]
        ),
    ]

    @Test(arguments: actions)
    func `an update becomes a list of actions`(text: String, actions: [UpdateAction]) throws {
        #expect(try Update(text).actions == actions)
    }

    @Test(arguments: [
        ("INVALID SYNTAX HERE", "INVALID", "INVALID SYNTAX"),
        ("SET _123 = :n", "_", "SET _123"),
        ("SET", "<EOF>", "SET"),
        ("SET a", "<EOF>", "a"),
        ("SET a =", "<EOF>", "="),
        ("SET a = :n,", "<EOF>", ","),
        ("SET a = :n, SET b = :n", "SET", ", SET b"),
        ("SET a = :n b = :n", "b", ":n b ="),
        ("SET a = :n +", "<EOF>", "+"),
        ("SET a = a * :n", "*", "a * :n"),
        ("SET a = b + c + d", "+", "c + d"),
        ("SET a = (b + c) + d", "+", ") + d"),
        ("SET a = b - c - d", "-", "c - d"),
        ("SET a = if_not_exists(a, :n + :one)", "+", ":n + :one"),
        ("SET a <> :n", "<>", "a <> :n"),
        ("SET a = :n AND b = :n", "AND", ":n AND b"),
        ("SET a = 5", "5", "= 5"),
        ("SET :n = a", ":n", "SET :n ="),
        ("SET add = :n", "add", "SET add ="),
        ("REMOVE", "<EOF>", "REMOVE"),
        ("REMOVE a :n", ":n", "a :n"),
        ("ADD a", "<EOF>", "a"),
        ("ADD a = :n", "=", "a = :n"),
        ("ADD a 1", "1", "a 1"),
        ("ADD a b", "b", "a b"),
        ("ADD hits : incr", ":", "hits : incr"),
        ("DELETE a", "<EOF>", "a"),
        ("a = :n", "a", "a ="),
    ])
    func `a fault of syntax shows the token between its neighbours`(text: String, token: String, near: String) {
        let message = ServiceError.message { try Update(text) }

        #expect(message == "Invalid UpdateExpression: Syntax error; token: \"\(token)\", near: \"\(near)\"")
    }

    @Test(arguments: ["SET a = ((b))", "SET a = ((b + c))", "SET a = b + ((c))", "SET a = ((b)) + c"])
    func `parentheses round parentheses are redundant`(text: String) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: The expression has redundant parentheses;"
        )
    }

    @Test(arguments: [
        ("SET a = :n SET b = :n", "SET"), ("REMOVE a REMOVE b", "REMOVE"), ("ADD a :n SET b = :n add c :n", "ADD"),
        ("DELETE a :ss DELETE b :ss", "DELETE"),
    ])
    func `a section stands once`(text: String, section: String) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: The \"\(section)\" section can only be used once in an update expression;"
        )
    }

    @Test(arguments: [
        ("SET a = :n, #a = :n", "overlap", "[a]", "[a]"),
        ("SET a = :n, a.b = :n", "overlap", "[a]", "[a, b]"),
        ("SET a.b = :n REMOVE a", "overlap", "[a, b]", "[a]"),
        ("ADD x[0].y :n DELETE x[0] :ss", "overlap", "[x, [0], y]", "[x, [0]]"),
        ("SET a.b = :n REMOVE a[1]", "conflict", "[a, b]", "[a, [1]]"),
    ])
    func `paths of all sections keep apart`(text: String, verb: String, first: String, second: String) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: Two document paths \(verb) with each other; must remove or rewrite one "
                + "of these paths; path one: \(first), path two: \(second)"
        )
    }

    @Test(arguments: [
        ("SET a = if_not_exists(b)", "if_not_exists", 1), ("SET a = if_not_exists(b, c, d)", "if_not_exists", 3),
        ("SET a = list_append(b)", "list_append", 1),
    ])
    func `a wrong number of operands is told`(text: String, function: String, count: Int) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: Incorrect number of operands for operator or function; "
                + "operator or function: \(function), number of operands: \(count)"
        )
    }

    @Test(arguments: ["SET a = if_not_exists(:n, :n)", "SET a = if_not_exists(if_not_exists(b, :n), :n)"])
    func `what may not exist is a path`(text: String) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: Operator or function requires a document path; "
                + "operator or function: if_not_exists"
        )
    }

    @Test(arguments: [
        ("SET a = a + :s", "+", "S"), ("SET a = :l - a", "-", "L"), ("SET a = list_append(a, :s)", "list_append", "S"),
        ("SET a = list_append(:ss, a)", "list_append", "SS"),
    ])
    func `a constant of a wrong type is told`(text: String, name: String, type: String) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: Incorrect operand type for operator or function; "
                + "operator or function: \(name), operand type: \(type)"
        )
    }

    @Test(arguments: [
        (":s", "STRING"), (":b", "BINARY"), (":true", "BOOLEAN"), (":null", "NULL"), (":l", "LIST"), (":m", "MAP"),
    ])
    func `ADD and DELETE refuse what is no number and no set`(value: String, type: String) {
        for section in ["ADD", "DELETE"] {
            #expect(
                ServiceError.message { try Update("\(section) a \(value)") }
                    == "Invalid UpdateExpression: Incorrect operand type for operator or function; "
                    + "operator: \(section), operand type: \(type)"
            )
        }
    }

    @Test func `DELETE refuses a number`() {
        #expect(
            ServiceError.message { try Update("DELETE a :n") }
                == "Invalid UpdateExpression: Incorrect operand type for operator or function; "
                + "operator: DELETE, operand type: NUMBER"
        )
    }

    @Test func `a list is not appended to a list appended to`() {
        #expect(
            ServiceError.message { try Update("SET a = list_append(list_append(a, :l), :l)") }
                == "Invalid UpdateExpression: The function is not allowed to be used this way in an expression; "
                + "function: list_append"
        )
    }

    private static func path(_ name: String) -> AttributePath { AttributePath(name: name) }
}
