// The enumerations of the API, as messages print them.

import Testing

@testable import ApusWire

struct ChoicesTests {
    @Test func `cases stand in the order of the service's messages`() {
        #expect(ReturnValues.allCases.map(\.rawValue) == ["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"])
        #expect(ReturnConsumedCapacity.allCases.map(\.rawValue) == ["INDEXES", "TOTAL", "NONE"])
        #expect(ReturnItemCollectionMetrics.allCases.map(\.rawValue) == ["SIZE", "NONE"])
        #expect(
            Select.allCases.map(\.rawValue)
                == ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"]
        )
        #expect(BillingMode.allCases.map(\.rawValue) == ["PROVISIONED", "PAY_PER_REQUEST"])
        #expect(ScalarAttributeType.allCases.map(\.rawValue) == ["B", "N", "S"])
        #expect(KeyType.allCases.map(\.rawValue) == ["HASH", "RANGE"])
    }

    @Test(arguments: [("COUNT", .count), ("count", nil), ("", nil), ("COUNT ", nil)] as [(String, Select?)])
    func `a choice is read to the letter`(text: String, value: Select?) {
        let choice = Choice<Select>(text)

        #expect(choice.value == value)
        #expect(choice.text == text)
    }
}
