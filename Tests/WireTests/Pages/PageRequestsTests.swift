// The requests for pages.

import ApusModel
import Testing

@testable import ApusWire

struct PageRequestsTests {
    @Test func `a query holds its condition and its options`() throws {
        let request = try QueryRequest.decode(
            #"""
            {"TableName":"Cats","IndexName":"byOwner","KeyConditionExpression":"id = :id","ScanIndexForward":false,"Limit":7,
             "ConsistentRead":true,"ExclusiveStartKey":{"id":{"S":"a"}},"FilterExpression":"f","ProjectionExpression":"p","Select":"COUNT",
             "ExpressionAttributeValues":{":id":{"S":"a"}},"ExpressionAttributeNames":{"#a":"b"},"ReturnConsumedCapacity":"INDEXES"}
            """#
        )

        #expect(request.keyConditionExpression == "id = :id")
        #expect(request.scanIndexForward == false)
        #expect(request.options.tableName == "Cats")
        #expect(request.options.indexName == "byOwner")
        #expect(request.options.limit == 7)
        #expect(request.options.consistentRead == true)
        #expect(request.options.exclusiveStartKey?.value == ["id": "a"])
        #expect(request.options.filterExpression == "f")
        #expect(request.options.projectionExpression == "p")
        #expect(request.options.select?.value == .count)
        #expect(request.options.parameters.values?.count == 1)
        #expect(request.options.parameters.names?.count == 1)
        #expect(request.options.returnConsumedCapacity?.value == .indexes)
    }

    @Test func `a scan holds its segment`() throws {
        let request = try ScanRequest.decode(#"{"TableName":"Cats","Segment":2,"TotalSegments":4}"#)

        #expect(request.segment == 2)
        #expect(request.totalSegments == 4)
    }

    @Test(
        arguments: [
            (
                #"{"TableName":"Cats","Limit":0}"#,
                "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
            ),
            (
                #"{"TableName":"Cats","Limit":-3}"#,
                "Value '-3' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
            ),
            (
                #"{"TableName":"Cats","Segment":-1}"#,
                "Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0"
            ),
            (
                #"{"TableName":"Cats","Segment":1000000}"#,
                "Value '1000000' at 'segment' failed to satisfy constraint: Member must have value less than or equal to 999999"
            ),
            (
                #"{"TableName":"Cats","TotalSegments":0}"#,
                "Value '0' at 'totalSegments' failed to satisfy constraint: Member must have value greater than or equal to 1"
            ),
            (
                #"{"TableName":"Cats","TotalSegments":1000001}"#,
                "Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000"
            ),
            (
                #"{"TableName":"Cats","IndexName":"ab"}"#,
                "Value 'ab' at 'indexName' failed to satisfy constraint: Member must have length greater than or equal to 3"
            ),
            (
                #"{"TableName":"Cats","Select":"SOME"}"#,
                "Value 'SOME' at 'select' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]"
            ),
            ("{}", "Value null at 'tableName' failed to satisfy constraint: Member must not be null"),
        ] as [(String, String)]
    )
    func `a scan that breaks a constraint is refused`(json: String, fault: String) {
        #expect(throws: ServiceError.validation("1 validation error detected: \(fault)")) {
            try ScanRequest.decode(json)
        }
    }

    @Test(
        arguments: [
            (#"{"TableName":"Cats","Limit":"1"}"#, "STRING_VALUE cannot be converted to Integer"),
            (#"{"TableName":"Cats","ScanIndexForward":"up"}"#, "Unexpected token received from parser"),
            (#"{"TableName":"Cats","ExclusiveStartKey":"a"}"#, "Unexpected field type"),
            (
                #"{"TableName":"Cats","KeyConditionExpression":{}}"#,
                "Start of structure or map found where not expected"
            ),
        ] as [(String, String)]
    )
    func `a member of the wrong type is a serialization fault`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try QueryRequest.decode(json) }
    }
}
