// The two forms in which a legacy write expects something, and what they cannot have together.

import ApusExpressions
import ApusModel
import Testing

@Suite struct LegacyExpectationTests {
    private static let forms:
        [(value: AttributeValue?, exists: Bool?, condition: (ComparisonOperator, [AttributeValue]))] = [
            (1, nil, (.equal, [1])),
            (1, true, (.equal, [1])),
            (Optional.none, false, (.isAbsent, [])),
            (.stringSet(["a"]), nil, (.equal, [.stringSet(["a"])])),
        ]

    @Test(arguments: forms.indices)
    func `a value or its absence is expected`(index: Int) throws {
        let form = Self.forms[index]
        let expectation = Self.expectation { expectation in
            expectation.value = form.value
            expectation.exists = form.exists
        }

        let condition = try expectation.condition()

        let (comparison, values) = form.condition
        #expect(
            try condition == LegacyCondition(attributeName: "a", comparison: comparison, values: values)
        )
    }

    @Test func `a comparison takes its values from the list, or the one value`() throws {
        let between = Self.expectation { expectation in
            expectation.comparison = .between
            expectation.values = [1, 2]
        }
        let less = Self.expectation { expectation in
            expectation.comparison = .less
            expectation.value = 1
        }
        let absent = Self.expectation { $0.comparison = .isAbsent }

        #expect(
            try between.condition() == LegacyCondition(attributeName: "a", comparison: .between, values: [1, 2])
        )
        #expect(try less.condition() == LegacyCondition(attributeName: "a", comparison: .less, values: [1]))
        #expect(try absent.condition() == LegacyCondition(attributeName: "a", comparison: .isAbsent, values: []))
    }

    private static let faults: [(LegacyExpectation, String)] = [
        (
            expectation {
                $0.value = 1; $0.values = [1]; $0.comparison = .equal
            },
            "Value and AttributeValueList cannot be used together for Attribute: a"
        ),
        (
            expectation {
                $0.exists = true; $0.comparison = .equal; $0.values = [1]
            },
            "Exists and ComparisonOperator cannot be used together for Attribute: a"
        ),
        (
            expectation { $0.comparison = .equal },
            "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a"
        ),
        (
            expectation { $0.values = [1] },
            "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"
        ),
        (
            expectation {
                $0.values = [1]; $0.exists = true
            },
            "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"
        ),
        (expectation { $0.exists = true }, "Value must be provided when Exists is true for Attribute: a"),
        (expectation { _ in }, "Value must be provided when Exists is null for Attribute: a"),
        (
            expectation {
                $0.exists = false; $0.value = 1
            }, "Value cannot be used when Exists is false for Attribute: a"
        ),
        (
            expectation {
                $0.comparison = .equal; $0.values = []
            },
            "Invalid number of argument(s) for the EQ ComparisonOperator"
        ),
        (
            expectation {
                $0.comparison = .isAbsent; $0.value = 1
            },
            "Invalid number of argument(s) for the NULL ComparisonOperator"
        ),
        (
            expectation {
                $0.comparison = .less; $0.value = .stringSet(["a"])
            },
            "ComparisonOperator LT is not valid for SS AttributeValue type"
        ),
    ]

    @Test(arguments: faults.indices)
    func `members that do not go together are refused`(index: Int) {
        let (expectation, fault) = Self.faults[index]

        #expect(
            ServiceError.message { try expectation.condition() }
                == "One or more parameter values were invalid: \(fault)"
        )
    }

    private static func expectation(_ fill: (inout LegacyExpectation) -> Void) -> LegacyExpectation {
        var expectation = LegacyExpectation(attributeName: "a")
        fill(&expectation)
        return expectation
    }
}
