// Legacy conditions joined to one.

import ApusExpressions
import ApusModel
import Testing

@Suite struct ConditionLegacyTests {
    private static let item: Item = ["a": 1, "b": 2]

    @Test(
        arguments: [
            (1, 2, nil, true), (1, 9, nil, false), (1, 2, .and, true), (1, 9, .and, false), (9, 2, .or, true),
            (9, 9, .or, false),
        ] as [(AttributeValue, AttributeValue, ConditionalOperator?, Bool)]
    )
    func `all conditions must hold, or any of them`(
        first: AttributeValue,
        second: AttributeValue,
        junction: ConditionalOperator?,
        isMet: Bool
    ) throws {
        let conditions = [try Self.equal("a", first), try Self.equal("b", second)]

        let condition = try Condition(conditions, joinedBy: junction)

        #expect(condition?.isMet(by: Self.item) == isMet)
        #expect(condition?.paths.map(\.description) == ["[a]", "[b]"])
    }

    @Test func `no conditions are none`() throws {
        #expect(try Condition(nil, joinedBy: nil) == nil)
        #expect(try Condition([], joinedBy: nil) == nil)
        #expect(try Condition([try Self.equal("a", 1)], joinedBy: nil)?.isMet(by: Self.item) == true)
    }

    @Test(arguments: [ConditionalOperator.and, .or])
    func `an operator has conditions to join`(junction: ConditionalOperator) throws {
        let one = [try Self.equal("a", 1)]

        #expect(
            ServiceError.message { try Condition(nil, joinedBy: junction) as Any }
                == "ConditionalOperator cannot be used without Filter or Expected"
        )
        #expect(
            ServiceError.message { try Condition([], joinedBy: junction) as Any }
                == "ConditionalOperator cannot be used without Filter or Expected"
        )
        #expect(
            ServiceError.message { try Condition(one, joinedBy: junction) as Any }
                == "ConditionalOperator can only be used when Filter or Expected has two or more elements"
        )
    }

    @Test(arguments: [(1_999, nil), (2_000, "Filter or Expected has too many conditions and values: 2001")])
    func `conditions and values have a limit`(valueCount: Int, fault: String?) throws {
        let values = Array(repeating: AttributeValue.number(1), count: valueCount)
        let conditions = [try LegacyCondition(attributeName: "a", comparison: .isOneOf, values: values)]

        let message = ServiceError.message { try Condition(conditions, joinedBy: nil) as Any }

        #expect(message == fault)
    }

    private static func equal(_ name: String, _ value: AttributeValue) throws -> LegacyCondition {
        try LegacyCondition(attributeName: name, comparison: .equal, values: [value])
    }
}
