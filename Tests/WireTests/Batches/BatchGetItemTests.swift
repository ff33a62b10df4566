// Batches of reads: requests, and what is left of them.

import ApusModel
import Testing

@testable import ApusWire

struct BatchGetItemTests {
    private static let cats =
        ##"{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}],"ConsistentRead":true,"ProjectionExpression":"#n","ExpressionAttributeNames":{"#n":"name"}}"##

    @Test func `keys come with what is wanted of their table`() throws {
        let request = try BatchGetItemRequest.decode(
            "{\"RequestItems\":{\"Cats\":\(Self.cats),\"Dogs\":{\"Keys\":[{}]}}}"
        )

        let items = try #require(request.requestItems)
        #expect(items.map(\.tableName) == ["Cats", "Dogs"])
        #expect(items[0].wanted.keys?.map(\.value) == [["id": "a"], ["id": "b"]])
        #expect(items[0].wanted.consistentRead == true)
        #expect(items[0].wanted.projectionExpression == "#n")
        #expect(items[1].wanted.consistentRead == nil)
    }

    @Test func `keys that were not read keep what was wanted of them`() throws {
        let request = try BatchGetItemRequest.decode("{\"RequestItems\":{\"Cats\":\(Self.cats)}}")

        let answer = BatchGetItemResponse(
            responses: [("Cats", Array("[]".utf8))],
            unprocessedKeys: request.requestItems ?? [],
            consumedCapacity: nil
        )

        #expect(answer.json == "{\"Responses\":{\"Cats\":[]},\"UnprocessedKeys\":{\"Cats\":\(Self.cats)}}")
    }

    @Test(
        arguments: [
            ("{}", "Value null at 'requestItems' failed to satisfy constraint: Member must not be null"),
            (
                #"{"RequestItems":{"Cats":{}}}"#,
                "Value null at 'requestItems.Cats.member.keys' failed to satisfy constraint: Member must not be null"
            ),
            (
                #"{"RequestItems":{"Cats":{"Keys":[]}}}"#,
                "Value '[]' at 'requestItems.Cats.member.keys' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1"
            ),
        ] as [(String, String)]
    )
    func `a table has keys`(json: String, fault: String) {
        #expect(throws: ServiceError.validation("1 validation error detected: \(fault)")) {
            try BatchGetItemRequest.decode(json)
        }
    }

    @Test(arguments: [(100, true), (101, false)] as [(Int, Bool)])
    func `a table has at most 100 keys`(count: Int, isTaken: Bool) {
        let keys = (0..<count).map { "{\"id\":{\"N\":\"\($0)\"}}" }.joined(separator: ",")

        let request = try? BatchGetItemRequest.decode("{\"RequestItems\":{\"Cats\":{\"Keys\":[\(keys)]}}}")

        #expect((request != nil) == isTaken)
    }

    @Test(
        arguments: [
            (
                #"{"RequestItems":[]}"#,
                "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
            ),
            (
                #"{"RequestItems":{"Cats":[]}}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.KeysAndAttributes"
            ),
            (#"{"RequestItems":{"Cats":{"Keys":"a"}}}"#, "Unrecognized collection type class java.lang.String"),
        ] as [(String, String)]
    )
    func `a member of the wrong type is a serialization fault`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try BatchGetItemRequest.decode(json) }
    }
}
