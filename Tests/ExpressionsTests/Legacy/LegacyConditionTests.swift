// Which values legacy conditions take, and which items they hold for.

import ApusModel
import Testing

@testable import ApusExpressions

@Suite struct LegacyConditionTests {
    private static let values: [AttributeValue] = [
        "s", 1, .binary([1]), true, .null, ["l"], ["m": 1], .stringSet(["s"]), .numberSet([1]), .binarySet([[1]]),
    ]
    private static let types = "S N B BOOL NULL L M SS NS BS"

    @Test(
        arguments: [
            (.equal, types), (.notEqual, types), (.less, "S N B"), (.lessOrEqual, "S N B"), (.greater, "S N B"),
            (.greaterOrEqual, "S N B"), (.isOneOf, "S N B"), (.contains, "S N B"), (.doesNotContain, "S N B"),
            (.begins, "S B"),
        ] as [(ComparisonOperator, String)]
    )
    func `an operator takes values of some types`(comparison: ComparisonOperator, allowed: String) {
        let faults = Self.values.compactMap { value in
            ServiceError.message { try Self.condition(comparison, [value]) }
        }

        let refused = Self.values.map(\.type.rawValue).filter { !allowed.split(separator: " ").contains($0[...]) }
        #expect(
            faults
                == refused.map {
                    "One or more parameter values were invalid: "
                        + "ComparisonOperator \(comparison.rawValue) is not valid for \($0) AttributeValue type"
                }
        )
    }

    @Test(
        arguments: [
            (.equal, 1...1), (.notEqual, 1...1), (.less, 1...1), (.lessOrEqual, 1...1), (.greater, 1...1),
            (.greaterOrEqual, 1...1), (.between, 2...2), (.isOneOf, 1...9), (.contains, 1...1),
            (.doesNotContain, 1...1), (.begins, 1...1), (.isAbsent, 0...0), (.exists, 0...0),
        ] as [(ComparisonOperator, ClosedRange<Int>)]
    )
    func `an operator takes a number of values`(comparison: ComparisonOperator, allowed: ClosedRange<Int>) {
        for count in 0...9 {
            let message = ServiceError.message { try Self.condition(comparison, Array(repeating: "a", count: count)) }

            let fault =
                "One or more parameter values were invalid: "
                + "Invalid number of argument(s) for the \(comparison.rawValue) ComparisonOperator"
            #expect(message == (allowed.contains(count) ? nil : fault))
        }
    }

    @Test func `the bounds of BETWEEN are of one type, and in order`() {
        let mixed = ServiceError.message { try Self.condition(.between, ["a", 1]) }
        let reversed = ServiceError.message { try Self.condition(.between, [2, 1]) }
        let unordered = ServiceError.message { try Self.condition(.between, [["a"], ["b"]]) }

        #expect(
            mixed
                == "One or more parameter values were invalid: "
                + "AttributeValues inside AttributeValueList must be of same type"
        )
        #expect(
            reversed
                == "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"
        )
        #expect(
            unordered
                == "One or more parameter values were invalid: "
                + "ComparisonOperator BETWEEN is not valid for L AttributeValue type"
        )
        #expect(ServiceError.message { try Self.condition(.between, [1, 1]) } == nil)
    }

    @Test func `an attribute has a name`() {
        let message = ServiceError.message {
            try LegacyCondition(attributeName: "", comparison: .exists, values: [])
        }

        #expect(message == "Empty attribute name")
    }

    private static let item: Item = [
        "s": "banana", "n": 5, "b": .binary([1, 2, 3]), "ss": .stringSet(["x", "y"]), "ns": .numberSet([1, 5]),
        "bs": .binarySet([[1], [2]]), "l": ["x", 5], "m": ["k": 1], "null": .null, "d.e": 1,
    ]

    private static let truths: [(String, ComparisonOperator, [AttributeValue], Bool)] = [
        ("s", .equal, ["banana"], true), ("s", .equal, ["apple"], false), ("n", .equal, ["5"], false),
        ("ss", .equal, [.stringSet(["y", "x"])], true), ("m", .equal, [["k": 1]], true), ("d.e", .equal, [1], true),
        ("null", .equal, [.null], true), ("gone", .equal, [1], false),
        ("s", .notEqual, ["apple"], true), ("s", .notEqual, ["banana"], false), ("n", .notEqual, ["5"], true),
        ("gone", .notEqual, [1], true),
        ("n", .less, [6], true), ("n", .less, [5], false), ("s", .less, [6], false), ("gone", .less, [6], false),
        ("n", .lessOrEqual, [5], true), ("n", .lessOrEqual, [4], false), ("gone", .lessOrEqual, [4], false),
        ("n", .greater, [4], true), ("n", .greater, [5], false), ("gone", .greater, [4], false),
        ("n", .greaterOrEqual, [5], true), ("n", .greaterOrEqual, [6], false), ("gone", .greaterOrEqual, [4], false),
        ("n", .between, [5, 6], true), ("n", .between, [6, 7], false), ("s", .between, [5, 6], false),
        ("gone", .between, [5, 6], false),
        ("n", .isOneOf, [1, 5], true), ("n", .isOneOf, ["5"], false), ("n", .isOneOf, ["x", 5], true),
        ("gone", .isOneOf, [5], false),
        ("s", .contains, ["nan"], true), ("s", .contains, ["xyz"], false), ("b", .contains, [.binary([2, 3])], true),
        ("ss", .contains, ["x"], true), ("ns", .contains, [2], false), ("bs", .contains, [.binary([2])], true),
        ("l", .contains, [5], true), ("l", .contains, [6], false), ("n", .contains, [5], false),
        ("gone", .contains, ["x"], false),
        ("s", .doesNotContain, ["nan"], false), ("s", .doesNotContain, ["xyz"], true),
        ("ss", .doesNotContain, ["z"], true), ("l", .doesNotContain, [5], false), ("n", .doesNotContain, [5], true),
        ("gone", .doesNotContain, ["x"], false),
        ("s", .begins, ["ban"], true), ("s", .begins, ["nan"], false), ("b", .begins, [.binary([1])], true),
        ("gone", .begins, ["x"], false),
        ("s", .isAbsent, [], false), ("null", .isAbsent, [], false), ("gone", .isAbsent, [], true),
        ("s", .exists, [], true), ("null", .exists, [], true), ("gone", .exists, [], false),
        ("d", .exists, [], false),
    ]

    @Test(arguments: truths.indices)
    func `a condition holds for an item or does not`(index: Int) throws {
        let (name, comparison, values, holds) = Self.truths[index]

        let condition = try LegacyCondition(attributeName: name, comparison: comparison, values: values)

        #expect(condition.predicate.holds(for: Self.item) == holds)
    }

    private static func condition(
        _ comparison: ComparisonOperator,
        _ values: [AttributeValue]
    ) throws(ServiceError) -> LegacyCondition {
        try LegacyCondition(attributeName: "a", comparison: comparison, values: values)
    }
}
