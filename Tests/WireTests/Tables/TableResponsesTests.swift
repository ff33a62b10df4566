// The answers about tables.

import ApusModel
import Testing

@testable import ApusWire

struct TableResponsesTests {
    private static var description: TableDescription {
        var description = TableDescription()
        description.tableName = "Cats"
        description.tableArn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"
        description.tableID = "6d1f0a3e-0000-4000-8000-00000000002a"
        description.status = .active
        description.creationTime = Timestamp(milliseconds: 1_767_225_600_250)
        description.attributeDefinitions = [AttributeDefinition(attributeName: "id", attributeType: .string)]
        description.keySchema = [KeySchemaElement(attributeName: "id", keyType: .hash)]
        (description.readCapacityUnits, description.writeCapacityUnits) = (5, 6)
        (description.itemCount, description.sizeBytes) = (2, 300)
        return description
    }

    @Test func `a provisioned table tells its throughput`() {
        let json = TableResponse(Self.description, under: .table).json

        #expect(
            json == #"{"Table":{"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"#
                + #""KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"TableName":"Cats","#
                + #""TableArn":"arn:aws:dynamodb:eu-north-1:111122223333:table/Cats","#
                + #""TableId":"6d1f0a3e-0000-4000-8000-00000000002a","TableStatus":"ACTIVE","CreationDateTime":1767225600.250,"#
                + #""ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":5,"WriteCapacityUnits":6},"#
                + #""TableSizeBytes":300,"ItemCount":2,"DeletionProtectionEnabled":false}}"#
        )
    }

    @Test func `an on-demand table tells its billing mode`() {
        var description = Self.description
        description.billingMode = .payPerRequest
        (description.warmReadUnits, description.warmWriteUnits) = (12_000, 4_000)

        let json = TableResponse(description, under: .tableDescription).json

        #expect(json.hasPrefix(#"{"TableDescription":{"#))
        #expect(
            json.contains(
                #""BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST","LastUpdateToPayPerRequestDateTime":1767225600.250}"#
            )
        )
        #expect(
            json.contains(
                #""WarmThroughput":{"ReadUnitsPerSecond":12000,"WriteUnitsPerSecond":4000,"Status":"ACTIVE"}"#
            )
        )
    }

    @Test func `a table that is deleted tells no keys`() {
        var description = Self.description
        (description.keySchema, description.attributeDefinitions, description.status) = (nil, nil, .deleting)

        let json = TableResponse(description, under: .tableDescription).json

        #expect(!json.contains("KeySchema"))
        #expect(!json.contains("AttributeDefinitions"))
        #expect(json.contains(#""TableStatus":"DELETING""#))
    }

    @Test func `a client reads the description that the server has written`() throws {
        let json = TableResponse(Self.description, under: .table).json

        let read = try json.read { try TableResponse(reading: &$0) }.description

        #expect(read.tableName == "Cats")
        #expect(read.status == .active)
        #expect(read.keySchema?.map(\.attributeName) == ["id"])
        #expect(read.attributeDefinitions?.map(\.attributeType?.value) == [.string])
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
