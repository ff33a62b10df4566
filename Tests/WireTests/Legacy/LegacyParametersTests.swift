// Which legacy parameters each request has, and which it passes over.

import ApusModel
import Testing

@testable import ApusWire

struct LegacyParametersTests {
    /// Every legacy parameter, with a value of the right type.
    private static let all = """
        "AttributesToGet":["a"],"AttributeUpdates":{},"ConditionalOperator":"OR","Expected":{},"KeyConditions":{},
        "QueryFilter":{},"ScanFilter":{}
        """

    @Test func `a request has the legacy parameters of its operation alone`() throws {
        let item = "{\"TableName\":\"Cats\",\"Item\":{},\"Key\":{},\(Self.all)}"
        let page = "{\"TableName\":\"Cats\",\(Self.all)}"
        let batch = "{\"RequestItems\":{\"Cats\":{\"Keys\":[{}],\(Self.all)}}}"

        #expect(try PutItemRequest.decode(item).options.legacy.parameters == [.expected, .conditionalOperator])
        #expect(try DeleteItemRequest.decode(item).options.legacy.parameters == [.expected, .conditionalOperator])
        #expect(
            try UpdateItemRequest.decode(item).options.legacy.parameters
                == [.attributeUpdates, .expected, .conditionalOperator]
        )
        #expect(try GetItemRequest.decode(item).legacy.parameters == [.attributesToGet])
        #expect(
            try QueryRequest.decode(page).options.legacy.parameters
                == [.attributesToGet, .queryFilter, .conditionalOperator, .keyConditions]
        )
        #expect(
            try ScanRequest.decode(page).options.legacy.parameters
                == [.attributesToGet, .scanFilter, .conditionalOperator]
        )
        #expect(
            try BatchGetItemRequest.decode(batch).requestItems?.map(\.wanted.legacy.parameters) == [[.attributesToGet]]
        )
    }

    @Test func `a parameter that is null is absent`() throws {
        let none = try UpdateItemRequest.decode(
            #"{"TableName":"Cats","Key":{},"Expected":null,"AttributeUpdates":null,"ConditionalOperator":null}"#
        )
        let one = try UpdateItemRequest.decode(#"{"TableName":"Cats","Key":{},"Expected":null,"AttributeUpdates":{}}"#)

        #expect(none.options.legacy.given == nil)
        #expect(none.options.legacy.parameters == [])
        #expect(one.options.legacy.parameters == [.attributeUpdates])
    }

    @Test func `a request without legacy parameters carries no more than a reference`() {
        #expect(MemoryLayout<LegacyParameters>.size <= MemoryLayout<Int>.size)
    }
}
