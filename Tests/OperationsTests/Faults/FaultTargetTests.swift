// What fault rules see of each kind of request.

import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct FaultTargetTests {
    private static let arn = FaultyService.catsARN
    private static let item = #"{"id":{"S":"a"},"n":{"N":"1"}}"#

    /// One line for each entry: table, index, key.
    @Test(
        arguments: [
            (.putItem, #"{"TableName":"Cats","Item":\#(item)}"#, ["Cats - id,n"]),
            (.putItem, #"{"TableName":"\#(arn)","Item":\#(item)}"#, ["Cats - id,n"]),
            (.getItem, #"{"TableName":"Cats","Key":{"id":{"S":"a"}}}"#, ["Cats - id"]),
            (.updateItem, #"{"TableName":"Cats","Key":{"id":{"S":"a"}}}"#, ["Cats - id"]),
            (.deleteItem, #"{"TableName":"\#(arn)","Key":{"id":{"S":"a"}}}"#, ["Cats - id"]),
            (.query, #"{"TableName":"Cats","KeyConditionExpression":"id = :a"}"#, ["Cats - -"]),
            (.query, #"{"TableName":"Cats","IndexName":"byKind"}"#, ["Cats byKind -"]),
            (.scan, #"{"TableName":"\#(arn)"}"#, ["Cats - -"]),
            (.scan, #"{"TableName":"Cats","IndexName":"byKind"}"#, ["Cats byKind -"]),
            (
                .batchGetItem,
                #"{"RequestItems":{"Cats":{"Keys":[{"id":{"S":"a"}},{"n":{"S":"a"}}]},"Visits":{"Keys":[{"at":{"N":"1"}}]}}}"#,
                ["Cats - id", "Cats - n", "Visits - at"]
            ),
            (
                .batchWriteItem,
                #"{"RequestItems":{"\#(arn)":[{"PutRequest":{"Item":\#(item)}},{"DeleteRequest":{"Key":{"id":{"S":"a"}}}}],"#
                    + #""Visits":[{"DeleteRequest":{"Key":{"at":{"N":"1"}}}}]}}"#,
                ["Cats - id,n", "Cats - id", "Visits - at"]
            ),
            (.createTable, NewTable().json, ["Cats - -"]), (.updateTable, #"{"TableName":"\#(arn)"}"#, ["Cats - -"]),
            (.deleteTable, #"{"TableName":"Cats"}"#, ["Cats - -"]),
            (.describeTable, #"{"TableName":"Cats"}"#, ["Cats - -"]),
            (.describeTimeToLive, #"{"TableName":"Cats"}"#, ["Cats - -"]),
            (
                .updateTimeToLive,
                #"{"TableName":"Cats","TimeToLiveSpecification":{"AttributeName":"end","Enabled":true}}"#,
                ["Cats - -"]
            ),
            (.describeContinuousBackups, #"{"TableName":"Cats"}"#, ["Cats - -"]),
            (.tagResource, #"{"ResourceArn":"\#(arn)","Tags":[]}"#, ["Cats - -"]),
            (.untagResource, #"{"ResourceArn":"\#(arn)","TagKeys":[]}"#, ["Cats - -"]),
            (.listTagsOfResource, #"{"ResourceArn":"\#(arn)"}"#, ["Cats - -"]),
            (.listStreams, #"{"TableName":"Cats"}"#, ["Cats - -"]),
            (.describeStream, #"{"StreamArn":"\#(arn)/stream/2026-01-01T00:00:00.000"}"#, ["Cats - -"]),
            (
                .getShardIterator,
                #"{"StreamArn":"\#(arn)/stream/2026-01-01T00:00:00.000","ShardIteratorType":"LATEST","#
                    + #""ShardId":"shardId-00000001767225600000-00000000"}"#,
                ["Cats - -"]
            ),
            (.getRecords, #"{"ShardIterator":"\#(arn)/stream/2026-01-01T00:00:00.000|1|AAAA"}"#, ["Cats - -"]),
            (.getRecords, #"{"ShardIterator":"AAAA"}"#, ["AAAA - -"]),
            (.listTables, "{}", []), (.describeLimits, "{}", []),
            // An ARN of somewhere else names no table of this account.
            (
                .scan, #"{"TableName":"arn:aws:dynamodb:eu-north-1:999:table/Cats"}"#,
                [
                    "arn:aws:dynamodb:eu-north-1:999:table/Cats - -"
                ]
            ),
        ] as [(OperationName, String, [String])]
    )
    func `a request shows its tables, indexes and keys`(
        operation: OperationName,
        body: String,
        entries: [String]
    ) async throws {
        let service = try TestService()
        let context = RequestContext(
            database: service.database,
            chance: SeededChance(seed: 1),
            region: "eu-north-1",
            account: "111122223333",
            host: "localhost:8000",
            executor: ImmediateExecutor.shared
        )

        let request = try Array(body.utf8).withUnsafeBytes { try Self.request(operation, $0) }

        #expect(context.faultEntries(of: request).map(Self.line) == entries)
    }

    private static func line(_ entry: FaultSubject.Entry) -> String {
        let names = entry.key.map { $0.map(\.name).joined(separator: ",") }
        return "\(entry.table) \(entry.index ?? "-") \(names ?? "-")"
    }

    private static func request(
        _ operation: OperationName,
        _ body: UnsafeRawBufferPointer
    ) throws -> any WireRequest {
        switch operation {
        case .batchGetItem: try BatchGetItem.Request.decode(body)
        case .batchWriteItem: try BatchWriteItem.Request.decode(body)
        case .createTable: try CreateTable.Request.decode(body)
        case .deleteItem: try DeleteItem.Request.decode(body)
        case .deleteTable: try DeleteTable.Request.decode(body)
        case .describeContinuousBackups: try DescribeContinuousBackups.Request.decode(body)
        case .describeLimits: try DescribeLimits.Request.decode(body)
        case .describeStream: try DescribeStream.Request.decode(body)
        case .describeTable: try DescribeTable.Request.decode(body)
        case .describeTimeToLive: try DescribeTimeToLive.Request.decode(body)
        case .getItem: try GetItem.Request.decode(body)
        case .getRecords: try GetRecords.Request.decode(body)
        case .getShardIterator: try GetShardIterator.Request.decode(body)
        case .listStreams: try ListStreams.Request.decode(body)
        case .listTagsOfResource: try ListTagsOfResource.Request.decode(body)
        case .putItem: try PutItem.Request.decode(body)
        case .query: try Query.Request.decode(body)
        case .scan: try Scan.Request.decode(body)
        case .tagResource: try TagResource.Request.decode(body)
        case .untagResource: try UntagResource.Request.decode(body)
        case .updateItem: try UpdateItem.Request.decode(body)
        case .updateTable: try UpdateTable.Request.decode(body)
        case .updateTimeToLive: try UpdateTimeToLive.Request.decode(body)
        default: try ListTables.Request.decode(body)
        }
    }
}
