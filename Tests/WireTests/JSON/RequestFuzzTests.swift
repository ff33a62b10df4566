// Bodies that are broken in every way chance comes upon: refused, or taken, but never a trap.

import ApusModel
import Testing

@testable import ApusWire

struct RequestFuzzTests {
    private static let bodiesPerSeed = 5_000

    private static let samples = [
        #"{"TableName":"Cats","Item":{"id":{"S":"tom"},"n":{"N":"-1.5e3"},"b":{"B":"aGk="},"t":{"BOOL":true},"z":{"NULL":true}}}"#,
        #"{"TableName":"Cats","Item":{"s":{"SS":["a","é"]},"d":{"NS":["1","2"]},"l":{"L":[{"M":{"k":{"L":[]}}}]}},"ReturnValues":"NONE"}"#,
        ##"{"TableName":"Cats","Key":{"id":{"S":"\ud83d\ude00\n"}},"ConsistentRead":true,"ExpressionAttributeNames":{"#a":"b"}}"##,
        #"{"RequestItems":{"Cats":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"DeleteRequest":{"Key":{"id":{"S":"b"}}}}]}}"#,
        #"{"RequestItems":{"Cats":{"Keys":[{"id":{"S":"a"}}],"ProjectionExpression":"a, b"}},"ReturnConsumedCapacity":"TOTAL"}"#,
        #"{"TableName":"Cats","KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"N":"1"}},"Limit":10,"Select":"COUNT"}"#,
        #"{"TableName":"Cats","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"ProvisionedThroughput":{"ReadCapacityUnits":5}}"#,
        #"{"TableName":"Cats","GlobalSecondaryIndexes":[{"IndexName":"byOwner","Projection":{"NonKeyAttributes":["a"]}}],"Tags":[{"Key":"a"}]}"#,
        #"{"TableName":"Cats","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"byOwner"}}],"StreamSpecification":{"StreamEnabled":true}}"#,
        #"{"ResourceArn":"arn:aws:dynamodb:eu-north-1:111122223333:table/Cats","Tags":[{"Key":"a","Value":"b"}],"TagKeys":["a"]}"#,
        #"{"TableName":"Cats","Expected":{"a":{"ComparisonOperator":"IN","AttributeValueList":[{"N":"1"}]}},"ConditionalOperator":"OR"}"#,
        #"{"TableName":"Cats","AttributeUpdates":{"a":{"Action":"ADD","Value":{"NS":["1"]}}},"AttributesToGet":["a"]}"#,
        #"{"TableName":"Cats","KeyConditions":{"id":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"QueryFilter":{},"ScanFilter":null}"#,
    ].map { Array($0.utf8) }

    private static let requests: [any WireRequest.Type] = [
        BatchGetItemRequest.self, BatchWriteItemRequest.self, CreateTableRequest.self, DeleteItemRequest.self,
        DescribeContinuousBackupsRequest.self, GetItemRequest.self, ListTablesRequest.self,
        ListTagsOfResourceRequest.self, PutItemRequest.self, QueryRequest.self, ScanRequest.self,
        TableNameRequest.self, TagResourceRequest.self, UntagResourceRequest.self, UpdateItemRequest.self,
        UpdateTableRequest.self,
    ]

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a body is taken only if it is a well-formed object`(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<Self.bodiesPerSeed {
            let body = Self.body(using: &chance)
            let request = Self.requests.randomElement(using: &chance)!

            let refusal = refusal(of: body, as: request)

            if body.isJSONObject { continue }
            #expect(refusal == .serialization(nil), "\(request) of \(body.text)")
        }
    }

    @Test(arguments: samples)
    func `a body cut off anywhere is malformed`(sample: [UInt8]) {
        for length in 0..<sample.count {
            for request in Self.requests {
                #expect(refusal(of: Array(sample[..<length]), as: request) == .serialization(nil))
            }
        }
    }

    private func refusal(of body: [UInt8], as request: any WireRequest.Type) -> ServiceError? {
        body.withUnsafeBytes { bytes in
            do throws(ServiceError) {
                _ = try request.decode(bytes)
                return nil
            } catch {
                return error
            }
        }
    }

    private static func body(using chance: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<10, using: &chance) == 0 {
            return (0..<Int.random(in: 0...64, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) }
        }
        var body = samples.randomElement(using: &chance)!
        for _ in 0..<Int.random(in: 1...4, using: &chance) { mutate(&body, using: &chance) }
        return body
    }

    private static func mutate(_ body: inout [UInt8], using chance: inout SeededGenerator) {
        guard !body.isEmpty else { return }
        let position = body.indices.randomElement(using: &chance)!
        let end = min(body.count, position + Int.random(in: 1...20, using: &chance))
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: body[position] = UInt8.random(in: 0...255, using: &chance)
        case 1: body[position] = Array(#"{}[]",:\0-+eu"#.utf8).randomElement(using: &chance)!
        case 2: body.removeSubrange(position..<end)
        case 3: body.insert(contentsOf: body[position..<end], at: position)
        case 4: body.insert(contentsOf: samples.randomElement(using: &chance)!, at: position)
        default: body.removeSubrange(position...)
        }
    }
}
