// Names, values, limits and functions: the faults that all kinds of expressions have in common.

import ApusExpressions
import ApusModel
import Testing

@Suite struct ResolverTests {
    @Test(arguments: [
        ("name", "name"), ("NaMe", "NaMe"), ("a.status", "status"), ("a[0].Date", "Date"), ("#a.zone", "zone"),
        ("a, abort", "abort"),
    ])
    func `a reserved word is no name at any depth, in any case`(text: String, word: String) {
        let message = ServiceError.message { try Projection(text) }

        #expect(
            message
                == "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: \(word)"
        )
    }

    @Test func `a reserved word may stand behind a placeholder`() throws {
        #expect(try Projection("#name").paths == [AttributePath(name: "name")])
    }

    @Test func `a dot behind a placeholder is part of the name`() throws {
        #expect(try Projection("#dotted").paths == [AttributePath([.name("a.b")])])
    }

    @Test func `a name that is not defined is told`() {
        #expect(
            ServiceError.message { try Condition("a.#no = :n") }
                == "Invalid ConditionExpression: An expression attribute name used in the document path is not "
                + "defined; attribute name: #no"
        )
    }

    @Test func `a value that is not defined is told`() {
        #expect(
            ServiceError.message { try Condition("a = :no", as: .filter) }
                == "Invalid FilterExpression: An expression attribute value used in expression is not "
                + "defined; attribute value: :no"
        )
    }

    @Test func `a path has 32 elements at most`() {
        let deepest = "a" + String(repeating: ".a", count: 31)

        #expect(ServiceError.message { try Projection(deepest) } == nil)
        #expect(
            ServiceError.message { try Projection(deepest + "[0]") }
                == "Invalid ProjectionExpression: The document path has too many nesting levels; nesting levels: 33"
        )
    }

    @Test(arguments: ["2147483648", "99999999999", "99999999999999999999999999"])
    func `a list index beyond the range is told`(index: String) {
        #expect(
            ServiceError.message { try Projection("a[\(index)]") }
                == "Invalid ProjectionExpression: List index is not within the allowable range; index: [\(index)]"
        )
    }

    @Test(arguments: ["a=:n", "contains(a,:n)", "a IN (:n,:s)", "a BETWEEN :one AND :n"])
    func `an expression has 300 operators and functions at most`(condition: String) {
        // 150 of these with 149 operators between them.
        let conditions = repeatElement(condition, count: 150).joined(separator: " OR ")

        #expect(ServiceError.message { try Condition("NOT " + conditions) } == nil)
        #expect(
            ServiceError.message { try Condition("NOT NOT " + conditions) }
                == "Invalid ConditionExpression: The expression contains too many operators; operator count: 301"
        )
    }

    @Test func `the signs of a SET count as operators, its equals signs do not`() {
        let sums = { count in "SET " + (0..<count).map { "a\($0)=a+:n" }.joined(separator: ",") }

        #expect(ServiceError.message { try Update(sums(300)) } == nil)
        #expect(
            ServiceError.message { try Update(sums(301)) }
                == "Invalid UpdateExpression: The expression contains too many operators; operator count: 301"
        )
    }

    @Test(arguments: [
        ("foo(a) = :n", "foo"), ("foo(a)", "foo"), ("Size(a) = :n", "Size"),
        ("ATTRIBUTE_EXISTS(a)", "ATTRIBUTE_EXISTS"),
        ("size(bar(a)) = :n", "bar"),
    ])
    func `an unknown function is told`(text: String, function: String) {
        #expect(
            ServiceError.message { try Condition(text) }
                == "Invalid ConditionExpression: Invalid function name; function: \(function)"
        )
    }

    @Test(arguments: ["SET a = foo(b)", "SET a = foo(b, c, d) + :n", "SET a = if_not_exists(b, foo(c))"])
    func `an unknown function of an update is told`(text: String) {
        #expect(
            ServiceError.message { try Update(text) }
                == "Invalid UpdateExpression: Invalid function name; function: foo"
        )
    }

    @Test(arguments: ["if_not_exists", "list_append"])
    func `functions of updates are not for conditions`(function: String) {
        #expect(
            ServiceError.message { try Condition("\(function)(a, b) = :n") }
                == "Invalid ConditionExpression: The function is not allowed in a condition expression; "
                + "function: \(function)"
        )
    }

    @Test(arguments: ["size", "contains", "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with"])
    func `functions of conditions are not for updates`(function: String) {
        #expect(
            ServiceError.message { try Update("SET a = \(function)(b)") }
                == "Invalid UpdateExpression: The function is not allowed in an update expression; "
                + "function: \(function)"
        )
    }
}
