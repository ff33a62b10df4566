// Legacy conditions on the key of a Query.

import ApusExpressions
import ApusModel
import Testing

@Suite struct KeyConditionLegacyTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "pk", type: .string),
        sort: KeyAttribute(name: "sk", type: .string)
    )

    private static let ranges: [(ComparisonOperator, [AttributeValue], SortKeyRange)] = [
        (.equal, ["b"], .equal("b")),
        (.less, ["b"], .less(than: "b")),
        (.lessOrEqual, ["b"], .lessOrEqual(to: "b")),
        (.greater, ["b"], .greater(than: "b")),
        (.greaterOrEqual, ["b"], .greaterOrEqual(to: "b")),
        (.between, ["b", "c"], .between("b", "c")),
        (.begins, ["b"], .beginning(with: "b")),
    ]

    @Test(arguments: ranges)
    func `conditions become a partition and a range`(
        comparison: ComparisonOperator,
        values: [AttributeValue],
        range: SortKeyRange
    ) throws {
        let condition = KeyCondition([
            try Self.condition("sk", comparison, values), try Self.condition("pk", .equal, ["a"]),
        ])

        let selection = try condition.resolved(for: Self.schema)

        #expect(selection == KeySelection(partition: ["a"], sort: range))
    }

    @Test func `the partition alone is enough`() throws {
        let condition = KeyCondition([try Self.condition("pk", .equal, ["a"])])

        #expect(try condition.resolved(for: Self.schema) == KeySelection(partition: ["a"]))
    }

    @Test(
        arguments: [
            (.notEqual, ["b"]), (.isOneOf, ["b"]), (.contains, ["b"]), (.doesNotContain, ["b"]), (.isAbsent, []),
            (.exists, []),
        ] as [(ComparisonOperator, [AttributeValue])]
    )
    func `an operator that no order can answer is refused once the form is asked for`(
        comparison: ComparisonOperator,
        values: [AttributeValue]
    ) throws {
        let condition = KeyCondition([
            try Self.condition("pk", .equal, ["a"]), try Self.condition("sk", comparison, values),
        ])

        #expect(
            ServiceError.message { try condition.requireForm(ofIndex: false) }
                == "Attempted conditional constraint is not an indexable operation"
        )
    }

    @Test func `there are one or two conditions`() throws {
        let none = KeyCondition([LegacyCondition]())
        let three = KeyCondition(try ["pk", "sk", "a"].map { try Self.condition($0, .equal, ["a"]) })

        for condition in [none, three] {
            #expect(
                ServiceError.message { try condition.requireForm(ofIndex: false) }
                    == "Conditions can be of length 1 or 2 only"
            )
        }
    }

    @Test(
        arguments: [
            ("sk", .equal, ["a"], "Query condition missed key schema element: pk"),
            ("pk", .less, ["a"], "Query key condition not supported"),
            (
                "pk", .equal, [.stringSet(["a"])],
                "One or more parameter values were invalid: Condition parameter type does not match schema type"
            ),
        ] as [(String, ComparisonOperator, [AttributeValue], String)]
    )
    func `conditions fit the key`(
        name: String,
        comparison: ComparisonOperator,
        values: [AttributeValue],
        message: String
    ) throws {
        let condition = KeyCondition([try Self.condition(name, comparison, values)])

        #expect(ServiceError.message { try condition.resolved(for: Self.schema) } == message)
    }

    private static func condition(
        _ name: String,
        _ comparison: ComparisonOperator,
        _ values: [AttributeValue]
    ) throws -> LegacyCondition {
        try LegacyCondition(attributeName: name, comparison: comparison, values: values)
    }
}
