// What a batch of reads leaves for the next.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusWire
import Testing

struct BatchGetItemTests {
    @Test func `what does not fit into 16 MB comes back as unprocessed keys`() async throws {
        let service = try await TestService.withTables()
        try await fillCats(of: service, items: 43)
        try await service.put(#""id":{"S":"late"},"at":{"N":"1"}"#, in: "Visits", bytes: 10)
        let keys = (10..<53).map { "{\"id\":{\"S\":\"\($0)\"}}" }
        let visits = #"{"Keys":[{"id":{"S":"late"},"at":{"N":"1"}}],"ConsistentRead":true}"#
        let wanted = ##""ProjectionExpression":"#n","ExpressionAttributeNames":{"#n":"id"}"##

        let answer = try await service.call(
            .batchGetItem,
            "{\"RequestItems\":{\"Cats\":{\"Keys\":[\(keys.joined(separator: ","))],\(wanted)},\"Visits\":\(visits)},"
                + "\"ReturnConsumedCapacity\":\"TOTAL\"}"
        )

        // 40 items of 409,600 bytes fit into 16 MB, and no more.
        let found = keys[..<40].joined(separator: ",")
        let rest = keys[40...].joined(separator: ",")
        #expect(
            answer == "{\"Responses\":{\"Cats\":[\(found)],\"Visits\":[]},"
                + "\"UnprocessedKeys\":{\"Cats\":{\"Keys\":[\(rest)],\(wanted)},\"Visits\":\(visits)},"
                + "\"ConsumedCapacity\":[{\"TableName\":\"Cats\",\"CapacityUnits\":2000.0},"
                + "{\"TableName\":\"Visits\",\"CapacityUnits\":0.0}]}"
        )
    }

    @Test func `items that are not there are left out, and every table has its list`() async throws {
        let service = try await TestService.withTables()
        try await service.put(#""id":{"S":"b"}"#, bytes: 1)

        let answer = try await service.call(
            .batchGetItem,
            #"""
            {"RequestItems":{"Cats":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}]},"Visits":{"Keys":[{"id":{"S":"a"},"at":{"N":"1"}}]}}}
            """#
        )

        #expect(
            answer == #"{"Responses":{"Cats":[{"id":{"S":"b"},"text":{"S":"x"}}],"Visits":[]},"UnprocessedKeys":{}}"#
        )
    }

    @Test func `more than 100 keys in all are too many`() async throws {
        let service = try await TestService.withTables()
        let cats = (0..<60).map { "{\"id\":{\"S\":\"\($0)\"}}" }.joined(separator: ",")
        let visits = (0..<41).map { "{\"id\":{\"S\":\"a\"},\"at\":{\"N\":\"\($0)\"}}" }.joined(separator: ",")

        await #expect(throws: ServiceError.validation("Too many items requested for the BatchGetItem call")) {
            try await service.call(
                .batchGetItem,
                "{\"RequestItems\":{\"Cats\":{\"Keys\":[\(cats)]},\"Visits\":{\"Keys\":[\(visits)]}}}"
            )
        }
    }

    /// Stores items of the largest size, past the JSON.
    private func fillCats(of service: TestService, items: Int) async throws {
        let table = try service.database.catalog.activeTable(named: TableName("Cats")!, in: "eu-north-1")
        let text = AttributeValue.string(String(repeating: "x", count: Limits.itemBytes - "idtext00".utf8.count))
        for number in 0..<items {
            let item: Item = ["id": .string("\(10 + number)"), "text": text]
            let key = try PrimaryKey(of: item, by: table.keySchema)
            let change = ItemChange(table: table, key: key, action: .put(EncodedRow(item), item))
            _ = try await withCheckedThrowingContinuation { continuation in
                service.database.apply([change], completingOn: ImmediateExecutor.shared) {
                    continuation.resume(with: $0)
                }
            }
        }
    }
}
