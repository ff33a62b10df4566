// Changes out of the records of a stream.

import Foundation
import Testing

@testable import Apus

struct StreamChangeTests {
    private static func record(_ name: OperationType?, identity: Identity? = nil) -> Record {
        var content = StreamRecord()
        content.keys = ["id": "tit"]
        content.oldImage = ["id": "tit", "n": 1]
        content.newImage = ["id": "tit", "n": 2]
        content.sequenceNumber = "111000000000000000000001"
        content.approximateCreationDateTime = Date(timeIntervalSince1970: 1_772_359_200)
        return Record(eventName: name, dynamodb: content, userIdentity: identity)
    }

    @Test func `a change has what its record has`() throws {
        let change = try #require(StreamChange(Self.record(.modify), shardID: "s", streamArn: "arn"))

        #expect(change.kind == .modified)
        #expect(change.keys == ["id": "tit"])
        #expect(change.oldImage == ["id": "tit", "n": 1])
        #expect(change.newImage == ["id": "tit", "n": 2])
        #expect(change.sequenceNumber == "111000000000000000000001")
        #expect(change.time == Date(timeIntervalSince1970: 1_772_359_200))
    }

    private static let service = Identity(principalID: "dynamodb.amazonaws.com", type: "Service")
    private static let stranger = Identity(principalID: "replicator.example", type: "Service")

    @Test(arguments: [
        (OperationType.remove, Optional(service), true), (.remove, nil, false), (.remove, stranger, false),
        (.modify, service, false),
    ])
    func `a removal by the service itself is an expiry`(name: OperationType, identity: Identity?, isExpiry: Bool) {
        let change = StreamChange(Self.record(name, identity: identity), shardID: "s", streamArn: "arn")

        #expect(change?.isExpiry == isExpiry)
    }

    @Test func `a record without a known kind, keys or sequence number is no change`() {
        var keyless = Self.record(.insert)
        keyless.dynamodb?.keys = nil
        var placeless = Self.record(.insert)
        placeless.dynamodb?.sequenceNumber = nil

        for record in [Self.record(nil), Self.record("RENAME"), keyless, placeless] {
            #expect(StreamChange(record, shardID: "s", streamArn: "arn") == nil)
        }
    }
}
