// The shapes of the API, as JSON and back.

import ApusModel
import Foundation
import Testing

@testable import Apus

struct ShapeTests {
    private func text(_ shape: some WrittenShape) -> String {
        String(decoding: shape.encoded(), as: UTF8.self)
    }

    private func read<Shape: ReadShape>(_ json: String) throws -> Shape {
        try Shape(decoding: Array(json.utf8))
    }

    @Test func `an input is written with the names of the API, without what is absent`() {
        let input = QueryInput(
            tableName: "birds",
            limit: 10,
            consistentRead: true,
            exclusiveStartKey: ["id": "tit"],
            returnConsumedCapacity: .total,
            expressionAttributeNames: ["#b": "b", "#a": "a"],
            expressionAttributeValues: [":v": .binary([1, 2])]
        )

        #expect(
            text(input) == #"{"TableName":"birds","Limit":10,"ConsistentRead":true,"#
                + #""ExclusiveStartKey":{"id":{"S":"tit"}},"ReturnConsumedCapacity":"TOTAL","#
                + ##""ExpressionAttributeNames":{"#a":"a","#b":"b"},"ExpressionAttributeValues":{":v":{"B":"AQI="}}}"##
        )
    }

    @Test func `an output reads what is there, and passes over what it does not know`() throws {
        let output: QueryOutput = try read(
            #"{"Items":[{"id":{"S":"tit"}}],"Count":1,"ScannedCount":3,"New":{"a":[1,null]},"#
                + #""ConsumedCapacity":{"TableName":"birds","CapacityUnits":0.5}}"#
        )

        #expect(output.items == [["id": "tit"]])
        #expect(output.count == 1)
        #expect(output.consumedCapacity?.capacityUnits == 0.5)
        #expect(output.lastEvaluatedKey == nil)
    }

    @Test func `lists and maps that are absent or null are empty`() throws {
        let output: BatchGetItemOutput = try read(#"{"Responses":null}"#)

        #expect(output.responses.isEmpty)
        #expect(output.unprocessedKeys.isEmpty)
    }

    @Test func `a record of a stream is read with its key and its images`() throws {
        let record: Record = try read(
            #"{"eventID":"3f1c","eventName":"MODIFY","awsRegion":"eu-north-1","dynamodb":{"#
                + #""ApproximateCreationDateTime":1772359200,"Keys":{"id":{"S":"tit"}},"SizeBytes":16,"#
                + #""NewImage":{"id":{"S":"tit"},"n":{"N":"2"}},"OldImage":{"id":{"S":"tit"}},"#
                + #""SequenceNumber":"111000000000000000000001","StreamViewType":"NEW_AND_OLD_IMAGES"},"#
                + #""userIdentity":{"Type":"Service","PrincipalId":"dynamodb.amazonaws.com"}}"#
        )

        #expect(record.eventName == .modify)
        #expect(record.dynamodb?.keys == ["id": "tit"])
        #expect(record.dynamodb?.newImage == ["id": "tit", "n": 2])
        #expect(record.dynamodb?.oldImage == ["id": "tit"])
        #expect(record.dynamodb?.approximateCreationDateTime == Date(timeIntervalSince1970: 1_772_359_200))
        #expect(record.userIdentity == Identity(principalID: "dynamodb.amazonaws.com", type: "Service"))
    }

    @Test func `times are seconds with a fraction`() throws {
        let table: TableDescription = try read(#"{"TableName":"birds","CreationDateTime":1764325800.125}"#)

        #expect(table.creationDateTime == Date(timeIntervalSince1970: 1_764_325_800.125))
        #expect(text(Date(timeIntervalSince1970: 1_764_325_800.125)) == "1764325800.125")
    }

    @Test func `a choice that is newer than the library is kept`() throws {
        let table: TableDescription = try read(#"{"TableStatus":"HIBERNATING"}"#)

        #expect(table.tableStatus == "HIBERNATING")
        #expect(table.tableStatus != .active)
        #expect(text(BillingMode.payPerRequest) == #""PAY_PER_REQUEST""#)
    }

    @Test(arguments: [
        #"{"Items":{"id":1}}"#, #"{"Count":"many"}"#, #"{"Items":[{"id":{"S":1}}]}"#, #"{"Count":1"#, "[]", "",
        #"{"Count":1} {}"#,
    ])
    func `an answer that makes no sense cannot be read`(json: String) {
        #expect {
            let _: QueryOutput = try read(json)
        } throws: { error in
            if case CallError.unreadable = error { true } else { false }
        }
    }

    @Test func `a structure without what it must have cannot be read`() {
        #expect(throws: CallError.unreadable("AttributeName is missing")) {
            let _: KeySchemaElement = try read(#"{"KeyType":"HASH"}"#)
        }
    }

    @Test func `a command makes the token that makes it safe to repeat`() throws {
        let input = TransactWriteItemsInput(transactItems: [])

        let first = TransactWriteItemsCommand(input)
        let second = TransactWriteItemsCommand(input)

        #expect(first.input.clientRequestToken?.count == 36)
        #expect(first.body() == first.body())
        #expect(first.input.clientRequestToken != second.input.clientRequestToken)
        #expect(
            TransactWriteItemsCommand(TransactWriteItemsInput(transactItems: [], clientRequestToken: "mine"))
                .input.clientRequestToken == "mine"
        )
    }

    @Test func `an operation names its target`() {
        #expect(GetItemCommand.target == "DynamoDB_20120810.GetItem")
        #expect(GetRecordsCommand.target == "DynamoDBStreams_20120810.GetRecords")
    }
}
