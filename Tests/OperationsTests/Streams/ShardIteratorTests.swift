// Places in shards as clients are given them.

import ApusDatabase
import ApusModel
import Testing

@testable import ApusOperations

struct ShardIteratorTests {
    private static let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats/stream/2026-01-01T00:00:00.000"
    private static let iterator = ShardIterator(
        streamArn: arn,
        shardNumber: 258,
        position: SequenceNumber(text: "100115816896921600005")!,
        issueTime: Timestamp(milliseconds: 1_767_225_600_000)
    )

    @Test func `an iterator comes back from its text`() throws {
        let text = Self.iterator.text
        let read = try ShardIterator(text)

        #expect(text.hasPrefix("\(Self.arn)|1|"))
        #expect(read.streamArn == Self.arn)
        #expect(read.shardNumber == 258)
        #expect(read.position == Self.iterator.position)
        #expect(read.issueTime == Self.iterator.issueTime)
    }

    @Test func `a text that was changed anywhere is none`() {
        let text = Array(Self.iterator.text)

        for position in text.indices {
            var changed = text
            changed[position] = changed[position] == "x" ? "y" : "x"

            #expect(throws: ServiceError.self, "\(position)") { try ShardIterator(String(changed)) }
            #expect(throws: ServiceError.self) { try ShardIterator(String(text[..<position])) }
        }
    }

    @Test func `an iterator lives for 15 minutes`() throws {
        let end = Timestamp(milliseconds: 1_767_225_600_000 + 15 * 60_000)

        try Self.iterator.requireAge(at: end)

        let late = end.advanced(by: .milliseconds(1))
        let error = try #require(throws: ServiceError.self) { try Self.iterator.requireAge(at: late) }
        #expect(error.code == .expiredIterator)
    }
}
