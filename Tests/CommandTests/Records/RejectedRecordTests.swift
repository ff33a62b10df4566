// The lines of the rejects file.

import Testing

@testable import ApusCommand

struct RejectedRecordTests {
    private func record(_ text: String, _ kind: RecordKind = RecordKind(format: .plainJSON)) -> RejectedRecord {
        let origin = RecordOrigin(file: "birds.csv", line: 7, kind: kind, text: Array(text.utf8))
        return RejectedRecord(origin, reason: "no \"key\"", attempts: 3)
    }

    private func line(_ record: RejectedRecord) -> String { String(decoding: record.line, as: UTF8.self) }

    private func reread(_ line: String) throws -> RejectedRecord {
        try RejectedRecord(line: RawRecord(line: 1, bytes: Array(line.utf8)))
    }

    @Test func `a record that is JSON stays JSON`() {
        let expected =
            #"{"line":7,"file":"birds.csv","reason":"no \"key\"","attempts":3,"format":"json","record":{"a": 1}}"#

        #expect(line(record(#"{"a": 1}"#)) == "\(expected)\n")
    }

    @Test func `any other record becomes a string, and CSV keeps its header`() {
        let line = line(record("a,\"b\"\nc", RecordKind(format: .csv, header: "x,y")))

        #expect(line.hasSuffix(#""format":"csv","header":"x,y","record":"a,\"b\"\nc"}"# + "\n"))
    }

    @Test(arguments: [
        (#"{"a": [1, {"b": "]}"}]}"#, RecordKind(format: .plainJSON)),
        ("a,\"b\"\nc", RecordKind(format: .csv, header: "x,y")),
        ("{broken", RecordKind(format: .dynamoDBJSON)),
    ])
    func `a line is read as it was written`(text: String, kind: RecordKind) throws {
        let record = record(text, kind)

        #expect(try reread(line(record)) == record)
    }

    @Test func `a line that does not tell the format is looked at`() throws {
        let record = try reread(#"{"line":1,"file":"a","reason":"r","record":{"id":{"S":"x"}}}"#)

        #expect(record.origin.kind == RecordKind(format: .dynamoDBJSON))
    }

    @Test(arguments: ["{", "{}", #"{"line":1,"file":"a","reason":"r"}"#, #"{"line":"x","file":"a"}"#])
    func `any other line is refused`(line: String) {
        #expect(throws: RecordFault("the line is none of a rejects file")) { try reread(line) }
    }
}
