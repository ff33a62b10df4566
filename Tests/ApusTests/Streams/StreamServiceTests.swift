// The calls of a client that the reading of a stream is made of.

import ApusModel
import Testing

@testable import Apus

struct StreamServiceTests {
    @Test func `the streams of a table are listed page by page, and come oldest first`() async throws {
        let transport = ScriptedTransport([
            .json(#"{"Streams":[{"StreamArn":"new","StreamLabel":"2026-02"}],"LastEvaluatedStreamArn":"new"}"#),
            .json(#"{"Streams":[{"StreamArn":"old","StreamLabel":"2026-01"}]}"#),
        ])

        let streams = try await ClientStreams(DynamoDBClient(scripted: transport)).streams(ofTable: "Birds")

        #expect(streams == ["old", "new"])
        #expect(transport.bodies[0] == #"{"TableName":"Birds"}"#)
    }

    @Test func `all shards of a stream are listed, and its state is that of the first page`() async throws {
        let transport = ScriptedTransport([
            .json(
                #"{"StreamDescription":{"StreamStatus":"ENABLED","Shards":[{"ShardId":"a"}],"#
                    + #""LastEvaluatedShardId":"a"}}"#
            ),
            .json(#"{"StreamDescription":{"StreamStatus":"DISABLED","Shards":[{"ShardId":"b"}]}}"#),
        ])

        let listing = try await ClientStreams(DynamoDBClient(scripted: transport)).listing(ofStream: "arn")

        #expect(listing.shards.map(\.shardID) == ["a", "b"])
        #expect(!listing.isDisabled)
        #expect(transport.bodies[1] == #"{"StreamArn":"arn","ExclusiveStartShardId":"a"}"#)
    }

    @Test(arguments: [
        (ShardPosition.trimHorizon, #""ShardIteratorType":"TRIM_HORIZON"}"#),
        (.latest, #""ShardIteratorType":"LATEST"}"#),
        (.after("17"), #""ShardIteratorType":"AFTER_SEQUENCE_NUMBER","SequenceNumber":"17"}"#),
        (.time(Timestamp(milliseconds: 1_500)), #""ShardIteratorType":"AT_TIMESTAMP","Timestamp":1.500}"#),
    ])
    func `a place in a shard is told as the API has it`(position: ShardPosition, members: String) async throws {
        let transport = ScriptedTransport([.json(#"{"ShardIterator":"i"}"#)])
        let service = ClientStreams(DynamoDBClient(scripted: transport))

        #expect(try await service.iterator(at: position, ofShard: "s", in: "arn") == "i")
        #expect(transport.bodies == [#"{"StreamArn":"arn","ShardId":"s","# + members])
    }

    @Test func `records are asked for once: who reads decides about asking again`() async throws {
        let transport = ScriptedTransport([.refusal(.limitExceeded), .json(#"{"Records":[]}"#)])
        let service = ClientStreams(DynamoDBClient(scripted: transport))

        await #expect(throws: CallError.self) { try await service.records(at: "i", limit: 5) }
        #expect(transport.bodies == [#"{"ShardIterator":"i","Limit":5}"#])
    }
}
