// Every operation answers every body once, whatever is in it.

import ApusModel
import ApusWire
import Testing

struct DispatcherTests {
    private static let callsPerSeed = 500

    /// Members that suit some operation, and values that suit some member.
    private static let members = [
        #""TableName":"Cats""#, #""TableName":"Visits""#, #""TableName":"None""#,
        #""Item":{"id":{"S":"a"},"n":{"N":"1"}}"#,
        #""Item":{"id":{"S":"a"},"at":{"N":"2"},"l":{"L":[{"S":"x"}]}}"#, #""Key":{"id":{"S":"a"}}"#,
        #""Key":{"id":{"S":"a"},"at":{"N":"2"}}"#,
        #""UpdateExpression":"SET n = :a""#, #""UpdateExpression":"ADD n :a REMOVE l[0]""#,
        #""ConditionExpression":"n = :a""#,
        #""ExpressionAttributeValues":{":a":{"N":"1"}}"#, #""KeyConditionExpression":"id = :b""#,
        #""FilterExpression":"n = :a""#,
        #""ExpressionAttributeValues":{":b":{"S":"a"}}"#, #""Limit":1"#, #""Segment":0,"TotalSegments":2"#,
        #""Select":"COUNT""#,
        #""ExclusiveStartKey":{"id":{"S":"a"}}"#, #""ScanIndexForward":false"#, #""ProjectionExpression":"n, l[0]""#,
        #""ReturnValues":"ALL_OLD""#,
        #""ReturnConsumedCapacity":"INDEXES""#, #""RequestItems":{"Cats":[{"PutRequest":{"Item":{"id":{"S":"b"}}}}]}"#,
        #""RequestItems":{"Cats":{"Keys":[{"id":{"S":"a"}}]}}"#,
        #""AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}]"#,
        #""KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]"#, #""BillingMode":"PAY_PER_REQUEST""#,
        #""ExclusiveStartTableName":"Cats""#, #""TableClass":"STANDARD""#, #""DeletionProtectionEnabled":false"#,
        #""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}"#,
        #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"byOwner"}}]"#,
        #""ResourceArn":"arn:aws:dynamodb:eu-north-1:111122223333:table/Cats""#, #""Tags":[{"Key":"a","Value":"b"}]"#,
        #""TagKeys":["a"]"#,
    ]

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `random members are answered or refused`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let service = try await TestService.withTables()
        for _ in 0..<Self.callsPerSeed {
            let operation = OperationName.allCases.randomElement(using: &chance)!
            let count = Int.random(in: 0...5, using: &chance)
            let body = "{\(Self.members.shuffled(using: &chance).prefix(count).joined(separator: ","))}"

            do {
                let answer = try await service.call(operation, body)
                let isObject = answer.first == "{" && answer.last == "}"
                let isEmpty = [.tagResource, .untagResource].contains(operation) && answer.isEmpty
                #expect(isObject || isEmpty, "\(operation) of \(body)")
            } catch {
                #expect(error is ServiceError, "\(operation) of \(body)")
            }
        }
    }

    @Test(arguments: OperationName.allCases)
    func `a body that is no object is refused by every operation`(operation: OperationName) async throws {
        let service = try TestService()

        for body in ["", "[]", "{", "null", "{}}"] {
            let error = await #expect(throws: ServiceError.self) { try await service.call(operation, body) }
            #expect(error?.code == .serialization)
        }
    }

    @Test func `a table may be named by its ARN, in this region and account`() async throws {
        let service = try await TestService.withTables()
        func get(_ name: String) async throws -> String {
            try await service.call(.getItem, "{\"TableName\":\"\(name)\",\"Key\":{\"id\":{\"S\":\"a\"}}}")
        }

        #expect(try await get("arn:aws:dynamodb:eu-north-1:111122223333:table/Cats") == "{}")
        for arn in [
            "arn:aws:dynamodb:us-east-1:111122223333:table/Cats", "arn:aws:dynamodb:eu-north-1:999:table/Cats", "arn:x",
        ] {
            await #expect(throws: ServiceError.tableNotFound) { try await get(arn) }
        }
    }
}
