// Key conditions on keys of several attributes, as global secondary indexes have them.

import ApusExpressions
import ApusModel
import Testing

@Suite struct KeyConditionSchemaTests {
    private static let schema = KeySchema(
        partition: [KeyAttribute(name: "p1", type: .string), KeyAttribute(name: "p2", type: .number)],
        sort: [
            KeyAttribute(name: "s1", type: .string), KeyAttribute(name: "s2", type: .number),
            KeyAttribute(name: "s3", type: .string),
        ]
    )
    private static let partition = "p1 = :s AND p2 = :n"

    private static let selections: [(String, [AttributeValue], SortKeyRange)] = [
        (partition, [], .all),
        ("p2 = :n AND p1 = :s", [], .all),
        ("\(partition) AND s1 = :s", [], .equal("m")),
        ("\(partition) AND s1 < :s", [], .less(than: "m")),
        ("\(partition) AND begins_with(s1, :s)", [], .beginning(with: "m")),
        ("\(partition) AND s1 = :s AND s2 = :one", ["m"], .equal(1)),
        ("s2 BETWEEN :one AND :n AND s1 = :s AND \(partition)", ["m"], .between(1, 5)),
        ("\(partition) AND s1 = :s AND s2 = :one AND s3 >= :low", ["m", 1], .greaterOrEqual(to: "a")),
        ("s3 = :low AND s2 = :one AND s1 = :s AND p2 = :n AND p1 = :s", ["m", 1], .equal("a")),
    ]

    @Test(arguments: selections)
    func `conditions pin the key from the left`(text: String, prefix: [AttributeValue], range: SortKeyRange) throws {
        let selection = try KeyCondition(text).resolved(for: Self.schema, ofIndex: "byAll")

        #expect(selection == KeySelection(partition: ["m", 5], sortPrefix: prefix, sort: range))
    }

    @Test(arguments: [
        ("p1 = :s", "Query condition missed key schema element: p2"),
        ("p2 = :n AND s1 = :s", "Query condition missed key schema element: p1"),
        ("\(partition) AND s2 = :n", "Query condition missed key schema element: s1"),
        ("\(partition) AND s1 = :s AND s3 = :s", "Query condition missed key schema element: s2"),
        ("\(partition) AND a = :s", "Query condition missed key schema element: s1"),
        ("p1 = :s AND p2 > :n", "Query key condition not supported"),
        ("\(partition) AND s1 > :s AND s2 = :n", "Query key condition not supported"),
        ("\(partition) AND s1 = :s AND s2 = :n AND s3 = :s AND a = :n", "Query key condition not supported"),
        ("p1 = :n AND p2 = :n", mismatch),
        ("\(partition) AND s1 = :n AND s2 = :n", mismatch),
        ("\(partition) AND s1 = :s AND s2 > :s", mismatch),
    ])
    func `conditions fit the key of the index`(text: String, message: String) throws {
        let condition = try KeyCondition(text)

        #expect(ServiceError.message { try condition.resolved(for: Self.schema, ofIndex: "byAll") } == message)
    }

    private static let mismatch =
        "One or more parameter values were invalid: Condition parameter type does not match schema type"

    @Test(arguments: [
        ("p1 = :empty AND p2 = :n", "p1"), ("\(partition) AND s1 = :empty AND s2 = :n", "s1"),
        ("\(partition) AND s1 >= :empty", "s1"),
    ])
    func `a key of an index is not empty`(text: String, name: String) throws {
        let condition = try KeyCondition(text)

        #expect(
            ServiceError.message { try condition.resolved(for: Self.schema, ofIndex: "byAll") }
                == "One or more parameter values are not valid. "
                + "A value specified for a secondary index key is not supported. "
                + "The AttributeValue for a key attribute cannot contain an empty string value. "
                + "IndexName: byAll, IndexKey: \(name)"
        )
    }

    @Test func `the limits of size are for all attributes together`() throws {
        let message = { (partition: Int, first: Int, last: Int) throws in
            let condition = try KeyCondition(
                "p1 = :p AND p2 = :one AND s1 = :a AND s2 = :one AND s3 BETWEEN :b AND :c",
                values: [
                    ":p": text(partition), ":one": 1, ":a": text(first), ":b": "b", ":c": text(last),
                ]
            )
            return ServiceError.message { try condition.resolved(for: Self.schema) }
        }

        // The number has two bytes.
        #expect(try message(2_046, 1_000, 22) == nil)
        #expect(
            try message(2_047, 1, 1)
                == "One or more parameter values were invalid: "
                + "Size of hashkey has exceeded the maximum size limit of2048 bytes"
        )
        #expect(
            try message(1, 1_000, 23)
                == "One or more parameter values were invalid: "
                + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
        )
    }

    private func text(_ count: Int) -> AttributeValue {
        .string(String(repeating: "c", count: count))
    }
}
