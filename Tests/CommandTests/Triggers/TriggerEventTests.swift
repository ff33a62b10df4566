// The events that functions receive, and the lines of those that they did not take.

import Apus
import ApusModel
import Foundation
import Testing

@testable import ApusCommand

struct TriggerEventTests {
    private static let arn = "arn:aws:dynamodb:eu-north-1:000000000000:table/Cats/stream/2026-03-01T10:15:00.123"

    private static func change(_ number: String, _ content: StreamRecord, identity: Identity? = nil) throws
        -> StreamChange
    {
        var content = content
        content.sequenceNumber = number
        let record = Record(
            eventID: "e\(number)",
            eventName: identity == nil ? .modify : .remove,
            eventVersion: "1.1",
            eventSource: "aws:dynamodb",
            awsRegion: "eu-north-1",
            dynamodb: content,
            userIdentity: identity
        )
        return try #require(StreamChange(record, shardID: "shardId-1", streamArn: arn))
    }

    private static func event() throws -> TriggerEvent {
        let whole = StreamRecord(
            approximateCreationDateTime: Date(timeIntervalSince1970: 1_772_359_200),
            keys: ["id": "tom"],
            newImage: ["id": "tom", "n": 2],
            oldImage: ["id": "tom", "n": 1],
            sizeBytes: 18,
            streamViewType: .newAndOldImages
        )
        let service = Identity(principalID: "dynamodb.amazonaws.com", type: "Service")
        return TriggerEvent([
            try change("101", whole), try change("102", StreamRecord(keys: ["id": "tom"]), identity: service),
        ])
    }

    private static let first =
        #"{"eventID":"e101","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb","#
        + #""awsRegion":"eu-north-1","dynamodb":{"ApproximateCreationDateTime":1772359200,"Keys":{"id":{"S":"tom"}},"#
        + #""NewImage":{"id":{"S":"tom"},"n":{"N":"2"}},"OldImage":{"id":{"S":"tom"},"n":{"N":"1"}},"#
        + #""SequenceNumber":"101","SizeBytes":18,"StreamViewType":"NEW_AND_OLD_IMAGES"},"eventSourceARN":"\#(arn)"}"#
    private static let second =
        #"{"eventID":"e102","eventName":"REMOVE","eventVersion":"1.1","eventSource":"aws:dynamodb","#
        + #""awsRegion":"eu-north-1","dynamodb":{"Keys":{"id":{"S":"tom"}},"SequenceNumber":"102"},"#
        + #""userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"},"eventSourceARN":"\#(arn)"}"#

    @Test(arguments: [(0..<2, "\(first),\(second)"), (0..<1, first), (1..<2, second)])
    func `an event has the records of a part in the form of functions`(range: Range<Int>, records: String) throws {
        let json = try Self.event().json(of: range)

        #expect(String(decoding: json, as: UTF8.self) == #"{"Records":[\#(records)]}"#)
    }

    @Test func `a line of failures has all that is needed to deliver it later`() throws {
        let failure = TriggerFailure(
            time: Timestamp(milliseconds: 1_772_359_200_000),
            target: try #require(TriggerTarget("Cats=http://127.0.0.1:9000/cats?x=1")),
            shardID: "shardId-1",
            event: try Self.event(),
            range: 1..<2,
            attempts: 3,
            reason: "it answered with HTTP status 500"
        )

        let line = String(decoding: failure.line, as: UTF8.self)

        #expect(
            line
                == #"{"time":"2026-03-01T10:00:00Z","table":"Cats","url":"http://127.0.0.1:9000/cats?x=1","#
                + #""shardId":"shardId-1","firstSequenceNumber":"102","lastSequenceNumber":"102","attempts":3,"#
                + #""error":"it answered with HTTP status 500","event":{"Records":[\#(Self.second)]}}"# + "\n"
        )
    }
}
