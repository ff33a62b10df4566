// The requests about streams.

import ApusModel
import Testing

@testable import ApusWire

struct StreamRequestsTests {
    private static let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats/stream/2026-01-01T00:00:00.000"
    private static let shard = "shardId-00000001767225600000-00000000"

    @Test func `streams are listed from one on`() throws {
        let request = try ListStreamsRequest.decode(
            #"{"TableName":"Cats","Limit":100,"ExclusiveStartStreamArn":"\#(Self.arn)"}"#
        )

        #expect(request.tableName == "Cats")
        #expect(request.limit == 100)
        #expect(request.exclusiveStartStreamArn == Self.arn)
    }

    @Test func `shards are listed from one on, or those of a parent`() throws {
        let request = try DescribeStreamRequest.decode(
            #"{"StreamArn":"\#(Self.arn)","Limit":1,"ExclusiveStartShardId":"\#(Self.shard)","#
                + #""ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"\#(Self.shard)"}}"#
        )

        #expect(request.streamArn == Self.arn)
        #expect(request.limit == 1)
        #expect(request.exclusiveStartShardID == Self.shard)
        #expect(request.shardFilter?.type?.value == .childShards)
        #expect(request.shardFilter?.shardID == Self.shard)
    }

    @Test(
        arguments: [
            ("1767225600", 1_767_225_600_000), ("1767225600.25", 1_767_225_600_250), ("1.7672256e9", 1_767_225_600_000),
            ("0", 0), ("-1", -1_000), ("1e300", .max), ("-1e300", .min),
        ] as [(String, Int64)]
    )
    func `a place in a shard may be a time`(text: String, milliseconds: Int64) throws {
        let request = try GetShardIteratorRequest.decode(
            #"{"StreamArn":"\#(Self.arn)","ShardId":"\#(Self.shard)","ShardIteratorType":"AT_TIMESTAMP","#
                + #""Timestamp":\#(text)}"#
        )

        #expect(request.type?.value == .atTimestamp)
        #expect(request.timestamp?.milliseconds == milliseconds)
    }

    @Test func `a place in a shard may be a sequence number`() throws {
        let request = try GetShardIteratorRequest.decode(
            #"{"StreamArn":"\#(Self.arn)","ShardId":"\#(Self.shard)","ShardIteratorType":"AFTER_SEQUENCE_NUMBER","#
                + #""SequenceNumber":"100115816896921600005","Timestamp":null}"#
        )

        #expect(request.shardID == Self.shard)
        #expect(request.sequenceNumber == "100115816896921600005")
        #expect(request.timestamp == nil)
    }

    @Test func `records are read from an iterator on`() throws {
        let request = try GetRecordsRequest.decode(#"{"ShardIterator":"x","Limit":1000}"#)

        #expect(request.shardIterator == "x")
        #expect(request.limit == 1_000)
    }

    @Test(arguments: [
        "{\"Timestamp\":\"now\"}", "{\"Timestamp\":true}", "{\"Timestamp\":[]}", "{\"SequenceNumber\":1}",
    ])
    func `what is of the wrong type is refused`(json: String) throws {
        let error = try #require(throws: ServiceError.self) { try GetShardIteratorRequest.decode(json) }

        #expect(error.code == .serialization)
    }
}
