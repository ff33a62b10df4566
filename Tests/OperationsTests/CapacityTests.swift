// What requests cost, by the worked figures of the service's documentation.

import ApusWire
import Testing

struct CapacityTests {
    private static let strongGet =
        #"{"TableName":"Cats","Key":{"id":{"S":"a"}},"ConsistentRead":true,"ReturnConsumedCapacity":"TOTAL"}"#
    private static let eventualGet = #"{"TableName":"Cats","Key":{"id":{"S":"a"}},"ReturnConsumedCapacity":"TOTAL"}"#
    private static let put = #"{"TableName":"Cats","Item":{"id":{"S":"a"}},"ReturnConsumedCapacity":"TOTAL"}"#
    private static let delete = #"{"TableName":"Cats","Key":{"id":{"S":"a"}},"ReturnConsumedCapacity":"TOTAL"}"#
    private static let flip = #"""
        {"TableName":"Cats","Key":{"id":{"S":"a"}},"UpdateExpression":"SET flag = :t","ExpressionAttributeValues":{":t":{"BOOL":true}},
         "ReturnConsumedCapacity":"TOTAL"}
        """#

    @Test(
        arguments: [
            (.getItem, strongGet, 7_000, "2.0"), (.getItem, eventualGet, 7_000, "1.0"),
            (.getItem, eventualGet, 0, "0.5"),
            (.putItem, put, 3_200, "4.0"), (.putItem, put, 0, "1.0"), (.updateItem, flip, 9_500, "10.0"),
            (.deleteItem, delete, 2_500, "3.0"), (.deleteItem, delete, 0, "1.0"),
        ] as [(OperationName, String, Int, String)]
    )
    func `an operation on one item costs by its size`(
        operation: OperationName,
        body: String,
        oldBytes: Int,
        units: String
    ) async throws {
        let service = try await TestService.withTables()
        if oldBytes > 0 { try await service.put(#""id":{"S":"a"}"#, bytes: oldBytes) }

        let answer = try await service.call(operation, body)

        #expect(answer.hasSuffix("\"ConsumedCapacity\":{\"TableName\":\"Cats\",\"CapacityUnits\":\(units)}}"))
    }

    @Test func `a page costs by the sum of its sizes, and a batch item by item`() async throws {
        let service = try await TestService.withTables()
        for at in 0..<10 {
            try await service.put("\"id\":{\"S\":\"a\"},\"at\":{\"N\":\"\(at)\"}", in: "Visits", bytes: 490)
        }
        let keys = (0..<10).map { "{\"id\":{\"S\":\"a\"},\"at\":{\"N\":\"\($0)\"}}" }.joined(separator: ",")

        let query = try await service.call(
            .query,
            #"""
            {"TableName":"Visits","KeyConditionExpression":"id = :a","ExpressionAttributeValues":{":a":{"S":"a"}},"Select":"COUNT",
             "ReturnConsumedCapacity":"INDEXES"}
            """#
        )
        let batch = try await service.call(
            .batchGetItem,
            "{\"RequestItems\":{\"Visits\":{\"Keys\":[\(keys)]}},\"ReturnConsumedCapacity\":\"TOTAL\"}"
        )

        #expect(
            query == #"{"Count":10,"ScannedCount":10,"#
                + #""ConsumedCapacity":{"TableName":"Visits","CapacityUnits":1.0,"Table":{"CapacityUnits":1.0}}}"#
        )
        #expect(
            batch.hasSuffix(#""UnprocessedKeys":{},"ConsumedCapacity":[{"TableName":"Visits","CapacityUnits":5.0}]}"#)
        )
    }

    @Test func `a batch of writes costs entry by entry, told by table`() async throws {
        let service = try await TestService.withTables()
        try await service.put(#""id":{"S":"a"}"#, bytes: 2_500)

        let answer = try await service.call(
            .batchWriteItem,
            #"""
            {"RequestItems":{"Cats":[{"DeleteRequest":{"Key":{"id":{"S":"a"}}}},{"PutRequest":{"Item":{"id":{"S":"b"}}}}],
             "Visits":[{"DeleteRequest":{"Key":{"id":{"S":"a"},"at":{"N":"1"}}}}]},"ReturnConsumedCapacity":"TOTAL"}
            """#
        )

        #expect(
            answer == #"{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"Cats","CapacityUnits":4.0},"#
                + #"{"TableName":"Visits","CapacityUnits":1.0}]}"#
        )
    }

    @Test func `a table that a batch names twice is told once`() async throws {
        let service = try await TestService.withTables()
        let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

        let written = try await service.call(
            .batchWriteItem,
            #"""
            {"RequestItems":{"Cats":[{"PutRequest":{"Item":{"id":{"S":"a"}}}}],"\#(arn)":[{"PutRequest":{"Item":{"id":{"S":"b"}}}}]},
             "ReturnConsumedCapacity":"TOTAL"}
            """#
        )
        let read = try await service.call(
            .batchGetItem,
            #"""
            {"RequestItems":{"Cats":{"Keys":[{"id":{"S":"a"}}]},"\#(arn)":{"Keys":[{"id":{"S":"b"}},{"id":{"S":"c"}}]}},
             "ReturnConsumedCapacity":"TOTAL"}
            """#
        )

        #expect(written.hasSuffix(#""ConsumedCapacity":[{"TableName":"Cats","CapacityUnits":2.0}]}"#))
        #expect(read.hasSuffix(#""ConsumedCapacity":[{"TableName":"Cats","CapacityUnits":1.5}]}"#))
    }

    @Test(arguments: ["", #","ReturnConsumedCapacity":"NONE""#, #","ReturnConsumedCapacity":null"#])
    func `capacity is not told unless it is asked for`(member: String) async throws {
        let service = try await TestService.withTables()

        #expect(
            try await service.call(.getItem, "{\"TableName\":\"Cats\",\"Key\":{\"id\":{\"S\":\"a\"}}\(member)}") == "{}"
        )
    }
}
