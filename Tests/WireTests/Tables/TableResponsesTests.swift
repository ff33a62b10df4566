// The answers about tables.

import ApusModel
import Testing

@testable import ApusWire

struct TableResponsesTests {
    private static let description = TableDescription.cats

    @Test(arguments: [(.table, "Table"), (.tableDescription, "TableDescription")] as [(TableResponse.Member, String)])
    func `the description stands under the name that the operation gives it`(member: TableResponse.Member, name: String)
    {
        let json = TableResponse(Self.description, under: member).json

        #expect(json.hasPrefix("{\"\(name)\":{\"AttributeDefinitions\":"))
        #expect(json.hasSuffix("}}"))
    }

    @Test func `a table that is deleted tells no keys`() {
        var description = Self.description
        (description.keySchema, description.attributeDefinitions, description.status) = (nil, nil, .deleting)

        let json = TableResponse(description, under: .tableDescription).json

        #expect(!json.contains("KeySchema"))
        #expect(!json.contains("AttributeDefinitions"))
        #expect(json.contains(#""TableStatus":"DELETING""#))
    }

    @Test func `a list of names tells where it ended`() {
        #expect(
            ListTablesResponse(tableNames: ["a00", "b00"], lastEvaluatedTableName: "b00").json
                == #"{"TableNames":["a00","b00"],"LastEvaluatedTableName":"b00"}"#
        )
        #expect(ListTablesResponse(tableNames: [], lastEvaluatedTableName: nil).json == #"{"TableNames":[]}"#)
    }

    @Test func `endpoints and limits are told`() {
        #expect(
            DescribeEndpointsResponse(address: "localhost:8000", cachePeriodMinutes: 1_440).json
                == #"{"Endpoints":[{"Address":"localhost:8000","CachePeriodInMinutes":1440}]}"#
        )
        #expect(
            DescribeLimitsResponse().json
                == #"{"AccountMaxReadCapacityUnits":80000,"AccountMaxWriteCapacityUnits":80000,"#
                + #""TableMaxReadCapacityUnits":40000,"TableMaxWriteCapacityUnits":40000}"#
        )
    }
}
