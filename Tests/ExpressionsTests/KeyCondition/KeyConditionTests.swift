// Which conditions a Query may have, and which items they are about.

import ApusExpressions
import ApusModel
import Testing

@Suite struct KeyConditionTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "pk", type: .string),
        sort: KeyAttribute(name: "sk", type: .number)
    )
    private static let textSchema = KeySchema(
        partition: KeyAttribute(name: "pk", type: .string),
        sort: KeyAttribute(name: "sk", type: .string)
    )
    private static let simpleSchema = KeySchema(partition: KeyAttribute(name: "pk", type: .binary))

    private static let ranges: [(String, SortKeyRange)] = [
        ("pk = :s", .all),
        (":s = pk", .all),
        ("(pk = :s)", .all),
        ("pk = :s AND sk = :n", .equal(5)),
        ("sk = :n AND pk = :s", .equal(5)),
        ("(pk = :s) AND (sk = :n)", .equal(5)),
        ("(pk = :s AND sk = :n)", .equal(5)),
        ("pk = :s AND sk < :n", .less(than: 5)),
        ("pk = :s AND sk <= :n", .lessOrEqual(to: 5)),
        ("pk = :s AND sk > :n", .greater(than: 5)),
        ("pk = :s AND sk >= :n", .greaterOrEqual(to: 5)),
        ("pk = :s AND :n < sk", .greater(than: 5)),
        ("pk = :s AND :n <= sk", .greaterOrEqual(to: 5)),
        ("pk = :s AND :n > sk", .less(than: 5)),
        ("pk = :s AND :n >= sk", .lessOrEqual(to: 5)),
        ("pk = :s AND :n = sk", .equal(5)),
        ("pk = :s AND sk BETWEEN :one AND :n", .between(1, 5)),
        ("sk BETWEEN :one AND :n AND pk = :s", .between(1, 5)),
    ]

    @Test(arguments: ranges)
    func `a key condition becomes a partition and a range`(text: String, range: SortKeyRange) throws {
        let resolved = try KeyCondition(text).resolved(for: Self.schema)

        #expect(resolved == KeySelection(partition: ["m"], sort: range))
    }

    @Test func `a sort key may begin with a text`() throws {
        let resolved = try KeyCondition("pk = :s AND begins_with(sk, :low)").resolved(for: Self.textSchema)

        #expect(resolved == KeySelection(partition: ["m"], sort: .beginning(with: "a")))
    }

    @Test(arguments: [
        ("pk = :s OR sk = :n", "OR"), ("a > b AND size(b) > c OR a > c", "OR"), ("NOT pk = :s", "NOT"),
        ("NOT NOT pk = :s", "NOT"), ("pk IN (:s)", "IN"), ("a IN (b, size(c))", "IN"), ("pk <> :s", "<>"),
        ("attribute_exists(pk)", "attribute_exists"), ("attribute_not_exists(pk)", "attribute_not_exists"),
        ("attribute_type(pk, :type)", "attribute_type"), ("contains(pk, :s)", "contains"),
        ("pk = :s AND contains(a.d, b)", "contains"),
    ])
    func `an operator that no key condition has is told`(text: String, name: String) throws {
        #expect(try refusal(of: text) == "Invalid operator used in KeyConditionExpression: \(name)")
    }

    @Test(arguments: [
        (":n BETWEEN sk AND b", "BETWEEN"), ("size(sk) BETWEEN :one AND :n", "BETWEEN"),
        ("begins_with(:s, sk)", "begins_with"), (":n BETWEEN size(b) AND size(a) AND b > :n", "BETWEEN"),
    ])
    func `an operator begins with the key attribute`(text: String, name: String) throws {
        #expect(
            try refusal(of: text)
                == "Invalid condition in KeyConditionExpression: \(name) operator must have the key attribute as its "
                + "first operand"
        )
    }

    @Test(arguments: ["pk = b", "b > a.b", "b BETWEEN c AND d", "a BETWEEN b AND size(a)", "begins_with(a, b)"])
    func `a condition is about one attribute`(text: String) throws {
        #expect(
            try refusal(of: text)
                == "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"
        )
    }

    @Test(arguments: [":s = :s", ":n > :one AND a < :n", ":n = :n AND a.b = :n"])
    func `a condition is about an attribute`(text: String) throws {
        #expect(
            try refusal(of: text) == "Invalid condition in KeyConditionExpression: No key attribute specified"
        )
    }

    @Test(arguments: ["size(pk) = :n", ":n = size(pk)", "a > size(b.d)", "a BETWEEN size(b) AND size(a)"])
    func `a condition is not about a size`(text: String) throws {
        #expect(try refusal(of: text) == "KeyConditionExpressions cannot contain nested operations")
    }

    @Test(arguments: [
        "pk.a = :s", "a.d > c", "b[0] > :n", "begins_with(a.b, :s)", "pk = :s AND a.b BETWEEN :one AND :n",
    ])
    func `a condition is not about a nested attribute`(text: String) throws {
        #expect(try refusal(of: text) == "KeyConditionExpressions cannot have conditions on nested attributes")
    }

    @Test(arguments: [
        "pk = :s AND pk = :s", "b > :n AND b < :n AND c = :n", "(a = :n AND b = :n) AND (b < :n AND c = :n)",
    ])
    func `there is one condition on an attribute`(text: String) throws {
        #expect(try refusal(of: text) == "KeyConditionExpressions must only contain one condition per key")
    }

    @Test func `there are two conditions at most, but on the key of an index`() throws {
        let condition = try KeyCondition("pk = :s AND sk = :n AND c = :n")
        let message = "Conditions can be of length 1 or 2 only"

        #expect(ServiceError.message { try condition.requireForm(ofIndex: false) } == message)
        #expect(ServiceError.message { try condition.requireForm(ofIndex: true) } == nil)
        #expect(ServiceError.message { try condition.resolved(for: Self.schema) } == message)
        #expect(ServiceError.message { try condition.resolved(for: Self.simpleSchema, ofIndex: "i") } == message)
    }

    @Test func `the form is checked after the expression itself, and again for the table`() throws {
        let condition = try KeyCondition("pk IN (:s)")
        let message = "Invalid operator used in KeyConditionExpression: IN"

        #expect(ServiceError.message { try condition.parts() } == message)
        #expect(ServiceError.message { try condition.requireForm(ofIndex: true) } == message)
        #expect(ServiceError.message { try condition.resolved(for: Self.schema) } == message)
    }

    @Test(arguments: [
        (
            "pk BETWEEN :one AND :s",
            "The BETWEEN operator requires same data type for lower and upper bounds; "
                + "lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:m}"
        ),
        (
            "begins_with(pk, :n)",
            "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"
        ),
        ("pk = :s AND", "Syntax error; token: \"<EOF>\", near: \"AND\""),
        ("((pk = :s))", "The expression has redundant parentheses;"),
    ])
    func `faults of any condition are faults of key conditions`(text: String, message: String) {
        #expect(ServiceError.message { try KeyCondition(text) } == "Invalid KeyConditionExpression: \(message)")
    }

    @Test(arguments: [
        ("sk = :n", "Query condition missed key schema element: pk"),
        ("a = :s", "Query condition missed key schema element: pk"),
        ("pk = :s AND a = :n", "Query condition missed key schema element: sk"),
        ("pk > :s", "Query key condition not supported"),
        ("pk BETWEEN :low AND :high AND sk = :n", "Query key condition not supported"),
        ("begins_with(pk, :s)", "Query key condition not supported"),
        ("pk = :n", mismatch),
        ("pk = :l", mismatch),
        ("pk = :s AND sk = :s", mismatch),
        ("pk = :s AND sk BETWEEN :low AND :high", mismatch),
        ("pk = :s AND begins_with(sk, :s)", mismatch),
        ("pk = :s AND begins_with(sk, :b)", mismatch),
        (
            "pk = :empty",
            "One or more parameter values were invalid: "
                + "The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"
        ),
    ])
    func `a key condition fits the key of the table`(text: String, message: String) throws {
        let condition = try KeyCondition(text)

        #expect(ServiceError.message { try condition.resolved(for: Self.schema) } == message)
    }

    private static let mismatch =
        "One or more parameter values were invalid: Condition parameter type does not match schema type"

    @Test(arguments: [
        "pk = :s AND sk = :empty", "pk = :s AND sk >= :empty", "pk = :s AND sk BETWEEN :empty AND :s",
        "pk = :s AND begins_with(sk, :empty)",
    ])
    func `a sort key is not empty`(text: String) throws {
        let condition = try KeyCondition(text)

        #expect(
            ServiceError.message { try condition.resolved(for: Self.textSchema) }
                == "One or more parameter values were invalid: "
                + "The AttributeValue for a key attribute cannot contain an empty string value. Key: sk"
        )
    }

    @Test func `a binary key is not empty, and has one condition`() throws {
        let empty = try KeyCondition("pk = :v", values: [":v": .binary([])])
        let second = try KeyCondition("pk = :b AND sk = :n")

        #expect(
            ServiceError.message { try empty.resolved(for: Self.simpleSchema) }
                == "One or more parameter values were invalid: "
                + "The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk"
        )
        #expect(
            ServiceError.message { try second.resolved(for: Self.simpleSchema) } == "Query key condition not supported"
        )
    }

    @Test func `a partition key has 2048 bytes at most`() throws {
        let message = { (count: Int) throws in
            let condition = try KeyCondition("pk = :v", values: [":v": .string(String(repeating: "a", count: count))])
            return ServiceError.message { try condition.resolved(for: Self.schema) }
        }

        #expect(try message(2_048) == nil)
        #expect(
            try message(2_049)
                == "One or more parameter values were invalid: "
                + "Size of hashkey has exceeded the maximum size limit of2048 bytes"
        )
    }

    @Test func `a sort key has 1024 bytes at most`() throws {
        let message = { (count: Int) throws in
            let values: [String: AttributeValue] = [":p": "p", ":v": .string(String(repeating: "a", count: count))]
            let condition = try KeyCondition("pk = :p AND sk > :v", values: values)
            return ServiceError.message { try condition.resolved(for: Self.textSchema) }
        }

        #expect(try message(1_024) == nil)
        #expect(
            try message(1_025)
                == "One or more parameter values were invalid: "
                + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
        )
    }

    private func refusal(of text: String) throws -> String? {
        let condition = try KeyCondition(text)
        return ServiceError.message { try condition.parts() }
    }
}
