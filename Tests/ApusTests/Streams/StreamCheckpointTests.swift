// Checkpoints of streams as JSON.

import ApusModel
import Testing

@testable import Apus

struct StreamCheckpointTests {
    private static let checkpoint = StreamCheckpoint(
        streamArn: "arn:aws:dynamodb:us-east-1:1:table/Birds/stream/2026",
        startTime: Timestamp(milliseconds: 1_767_225_600_123),
        shards: ["a": .finished, "b": .after("111000000000000000000001"), "c": .unread]
    )

    @Test func `a checkpoint is JSON that one can read`() {
        #expect(
            String(decoding: Self.checkpoint.json, as: UTF8.self)
                == #"{"version":1,"streamArn":"arn:aws:dynamodb:us-east-1:1:table/Birds/stream/2026","#
                + #""startTime":1767225600123,"isEnded":false,"shards":[{"shardId":"a","isFinished":true},"#
                + #"{"shardId":"b","after":"111000000000000000000001"},{"shardId":"c"}]}"# + "\n"
        )
    }

    @Test(arguments: [checkpoint, StreamCheckpoint(streamArn: "arn", isEnded: true)])
    func `what is written is read again`(checkpoint: StreamCheckpoint) throws {
        #expect(try StreamCheckpoint(json: checkpoint.json) == checkpoint)
    }

    @Test(arguments: [
        "", "[]", #"{"version":1}"#, #"{"streamArn":"arn"}"#, #"{"version":2,"streamArn":"arn"}"#,
        #"{"version":1,"streamArn":"arn","shards":[{"after":"1"}]}"#, #"{"version":1,"streamArn":"arn""#,
    ])
    func `what is no checkpoint is refused`(text: String) {
        #expect(throws: StreamReadError.self) { try StreamCheckpoint(json: Array(text.utf8)) }
    }
}
