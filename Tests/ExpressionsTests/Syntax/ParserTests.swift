// What is no expression at all: length, emptiness, and faults of syntax with the words for each.

import ApusExpressions
import ApusModel
import Testing

@Suite struct ParserTests {
    @Test(arguments: ["", " ", " \t\r\n"])
    func `an expression of blanks is empty`(text: String) {
        let tail = "The expression can not be empty;"

        #expect(ServiceError.message { try Condition(text) } == "Invalid ConditionExpression: \(tail)")
        #expect(ServiceError.message { try Condition(text, as: .filter) } == "Invalid FilterExpression: \(tail)")
        #expect(ServiceError.message { try Update(text) } == "Invalid UpdateExpression: \(tail)")
        #expect(ServiceError.message { try Projection(text) } == "Invalid ProjectionExpression: \(tail)")
        #expect(ServiceError.message { try KeyCondition(text) } == "Invalid KeyConditionExpression: \(tail)")
    }

    @Test func `an expression has 4096 bytes at most`() {
        let longest = "a" + String(repeating: " ", count: 4_095)

        #expect(ServiceError.message { try Projection(longest) } == nil)
        #expect(
            ServiceError.message { try Projection(longest + " ") }
                == "Invalid ProjectionExpression: Expression size has exceeded the maximum allowed size; "
                + "expression size: 4097"
        )
    }

    @Test func `the length of an expression counts bytes, not characters`() {
        let text = String(repeating: "é", count: 2_049)

        let message = ServiceError.message { try Projection(text) }

        #expect(message?.hasSuffix("expression size: 4098") == true)
    }

    @Test(arguments: [
        ("!!", "!", "!!"),
        ("a b", "b", "a b"),
        ("a,", "<EOF>", ","),
        (",a", ",", ",a"),
        ("a.", "<EOF>", "."),
        ("a..b", ".", "..b"),
        ("_a", "_", "_a"),
        ("1a", "1", "1a"),
        ("a[]", "]", "[]"),
        ("a[].b", "]", "[]."),
        ("a[b]", "b", "[b]"),
        ("a[-1]", "-", "[-1"),
        ("a[0.#a", ".", "0.#a"),
        ("a[:n]", ":n", "[:n]"),
        ("a[01]", "1", "01]"),
        ("a[1 ", "<EOF>", "1"),
        ("#", "#", "#"),
        ("a.#", "#", ".#"),
        (":n", ":n", ":n"),
        ("a, é  b", "é", ", é  b"),
        ("a , , b", ",", ", , b"),
        ("a\"b\"", "\"", "a\"b"),
        ("and", "and", "and"),
        ("a.set", "set", ".set"),
        ("size(a)", "(", "size(a"),
    ])
    func `a fault of syntax in a projection shows the token between its neighbours`(
        text: String,
        token: String,
        near: String
    ) {
        let message = ServiceError.message { try Projection(text) }

        #expect(
            message == "Invalid ProjectionExpression: Syntax error; token: \"\(token)\", near: \"\(near)\""
        )
    }

    @Test(arguments: [
        "#a", "a", "a1_", "a[0]", "a [ 0 ] . b", "a.b[1][2].c", "a\t,\r\nb", "#1", "a[2147483647]", "#a.#b[0].x",
    ])
    func `paths may be spaced and nested`(text: String) {
        #expect(ServiceError.message { try Projection(text) } == nil)
    }

    @Test func `parentheses may stand as deep as operators allow, and 400 deep at most`() {
        #expect(ServiceError.message { try Condition(nested(299)) } == nil)
        #expect(
            ServiceError.message { try Condition(nested(400)) }
                == "Invalid ConditionExpression: The expression contains too many operators; operator count: 301"
        )
        #expect(
            ServiceError.message { try Condition(nested(401)) }
                == "Invalid ConditionExpression: Syntax error; token: \"(\", near: \"NOT (NOT\""
        )
    }

    @Test(arguments: ["(", "NOT ", "size(", "NOT (", "((a = :n) AND ", "a IN (", "a.", "a[0]", "if_not_exists(a,"])
    func `an expression of any depth is refused without harm`(part: String) {
        let text = String(repeating: part, count: 4_096 / part.utf8.count)

        #expect(ServiceError.message { try Condition(text) } != nil)
        #expect(ServiceError.message { try KeyCondition("pk = :s AND" + text.dropLast(16)) } != nil)
        #expect(ServiceError.message { try Update("SET a = " + text.dropLast(16)) } != nil)
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "(NOT ", count: depth) + "a = :n" + String(repeating: ")", count: depth)
    }
}
