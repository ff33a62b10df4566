// The requests about one item: what they hold, and what is refused of them.

import ApusModel
import Testing

@testable import ApusWire

struct ItemRequestsTests {
    private static let expected = "Value null at 'tableName' failed to satisfy constraint: Member must not be null"

    @Test func `a put holds an item and options`() throws {
        let request = try PutItemRequest.decode(
            #"""
            {"TableName":"Cats","Item":{"id":{"S":"tom"}},"ConditionExpression":"a = :a","ExpressionAttributeNames":{"#n":"name"},
             "ExpressionAttributeValues":{":a":{"N":"1"}},"ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"TOTAL",
             "ReturnItemCollectionMetrics":"SIZE","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}
            """#
        )

        #expect(request.tableName == "Cats")
        #expect(try request.item?.checked() == ["id": "tom"])
        #expect(request.options.conditionExpression == "a = :a")
        #expect(request.options.parameters.names?.map(\.value) == ["name"])
        #expect(request.options.parameters.values?.map(\.value.value) == [1])
        #expect(request.options.returnValues?.value == .allOld)
        #expect(request.options.returnConsumedCapacity?.value == .total)
        #expect(request.options.returnItemCollectionMetrics?.value == .size)
        #expect(request.options.returnValuesOnConditionCheckFailure?.value == .allOld)
    }

    @Test func `a get holds a key and a projection`() throws {
        let request = try GetItemRequest.decode(
            ##"{"TableName":"Cats","Key":{"id":{"S":"tom"}},"ConsistentRead":true,"ProjectionExpression":"a","ExpressionAttributeNames":{"#n":"m"}}"##
        )

        #expect(try request.key?.checked() == ["id": "tom"])
        #expect(request.consistentRead == true)
        #expect(request.projectionExpression == "a")
        #expect(request.parameters.names?.map(\.key) == ["#n"])
    }

    @Test func `an update holds an expression and a delete a key`() throws {
        let update = try UpdateItemRequest.decode(
            #"{"TableName":"Cats","Key":{"id":{"S":"a"}},"UpdateExpression":"SET a = :a"}"#
        )
        let delete = try DeleteItemRequest.decode(
            #"{"TableName":"Cats","Key":{"id":{"S":"b"}},"ConditionExpression":"c"}"#
        )

        #expect(update.updateExpression == "SET a = :a")
        #expect(update.key?.value == ["id": "a"])
        #expect(delete.key?.value == ["id": "b"])
        #expect(delete.options.conditionExpression == "c")
    }

    @Test func `null members are absent and unknown ones are ignored`() throws {
        let request = try PutItemRequest.decode(
            #"""
            {"Unknown":{"deep":[1,{}]},"TableName":"Cats","Item":{"id":{"S":"tom"}},"ConditionExpression":null,"Expected":null,
             "ExpressionAttributeNames":null,"ExpressionAttributeValues":null,"ReturnValues":null,"AnotherOne":null}
            """#
        )

        #expect(request.options.conditionExpression == nil)
        #expect(request.options.parameters.names == nil)
        #expect(request.options.parameters.values == nil)
        #expect(request.options.returnValues == nil)
        #expect(request.options.legacy.given == nil)
    }

    @Test(
        arguments: [
            (#"{"TableName":1,"Item":{}}"#, "NUMBER_VALUE cannot be converted to String"),
            (#"{"TableName":true,"Item":{}}"#, "TRUE_VALUE cannot be converted to String"),
            (#"{"TableName":["a"],"Item":{}}"#, "Start of structure or map found where not expected"),
            (#"{"TableName":"Cats","Item":"a"}"#, "Unexpected field type"),
            (
                #"{"TableName":"Cats","Item":[]}"#,
                "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
            ),
            (#"{"TableName":"Cats","Item":{"a":"b"}}"#, "Unexpected field type"),
            (#"{"TableName":"Cats","Item":{"a":{"S":1}}}"#, "NUMBER_VALUE cannot be converted to String"),
            (#"{"TableName":"Cats","Item":{},"ReturnValues":1}"#, "NUMBER_VALUE cannot be converted to String"),
            (
                ##"{"TableName":"Cats","Item":{},"ExpressionAttributeNames":{"#a":1}}"##,
                "NUMBER_VALUE cannot be converted to String"
            ),
            (#"{"TableName":"Cats","Item":{},"ExpressionAttributeValues":{":a":"x"}}"#, "Unexpected field type"),
            ("[]", nil),
            ("\"a\"", nil),
        ] as [(String, String?)]
    )
    func `a member of the wrong type is a serialization fault`(json: String, message: String?) {
        #expect(throws: ServiceError.serialization(message)) { try PutItemRequest.decode(json) }
    }

    @Test(arguments: [
        "", "{", #"{"TableName":1,"Item":"#, #"{"TableName":"Cats","Item":{}}x"#,
        #"{"TableName":"Cats","TableName":"Cats","Item":{}}"#,
    ])
    func `malformed JSON is told ahead of a wrong type`(json: String) {
        #expect(throws: ServiceError.serialization(nil)) { try PutItemRequest.decode(json) }
    }

    @Test func `several violations are gathered`() {
        let faults = [
            "Value 'ALL' at 'returnValues' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]",
            "Value 'x' at 'returnConsumedCapacity' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]",
            "Value 'a!' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
            "Value 'a!' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 3",
            "Value null at 'item' failed to satisfy constraint: Member must not be null",
        ]

        #expect(throws: ServiceError.validation("5 validation errors detected: \(faults.joined(separator: "; "))")) {
            try PutItemRequest.decode(#"{"TableName":"a!","ReturnValues":"ALL","ReturnConsumedCapacity":"x"}"#)
        }
    }

    @Test func `table and key are required`() {
        let faults = Self.expected + "; Value null at 'key' failed to satisfy constraint: Member must not be null"
        let refusal = ServiceError.validation("2 validation errors detected: \(faults)")

        #expect(throws: refusal) { try GetItemRequest.decode("{}") }
        #expect(throws: refusal) { try DeleteItemRequest.decode("{}") }
        #expect(throws: refusal) { try UpdateItemRequest.decode(#"{"TableName":null,"Key":null}"#) }
    }

    @Test(
        arguments: [
            ("arn:aws:dynamodb:eu-north-1:111122223333:table/Cats", true),
            ("arn:" + String(repeating: "x", count: 1_020), true),
            ("arn:" + String(repeating: "x", count: 1_021), false), (String(repeating: "x", count: 255), true),
            (String(repeating: "x", count: 256), false), ("ab", false), ("", false), ("a/b", false),
        ] as [(String, Bool)]
    )
    func `a table is named, or given by its ARN`(name: String, isTaken: Bool) {
        let request = try? GetItemRequest.decode("{\"TableName\":\"\(name)\",\"Key\":{}}")

        #expect((request != nil) == isTaken)
    }

    @Test func `a faulty value waits until it is due`() throws {
        let request = try PutItemRequest.decode(#"{"TableName":"Cats","Item":{"a":{"SS":[]}}}"#)

        #expect(throws: ServiceError.invalidParameter("An string set  may not be empty")) {
            try request.item?.checked()
        }
    }
}
