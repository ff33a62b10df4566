// Formats told apart by what a file begins with.

import Testing

@testable import ApusCommand

struct RecordFormatTests {
    private func format(_ lines: String...) -> RecordFormat {
        RecordFormat.ofJSON(lines.enumerated().map { RawRecord(line: $0 + 1, bytes: Array($1.utf8)) })
    }

    @Test func `typed values make DynamoDB JSON`() {
        #expect(format(#"{"id":{"S":"a"},"n":{"N":"1"},"l":{"L":[]},"m":{"M":{}},"z":{"NULL":true}}"#) == .dynamoDBJSON)
        #expect(format(#"{"Item":{"id":{"S":"a"}}}"#) == .dynamoDBJSON)
        #expect(format("{}", "{", #"{"id":{"SS":["a"]}}"#) == .plainJSON)
        #expect(format("{", #"{"id":1}"#, #"{"id":{"S":"a"}}"#, #"{"id":{"S":"b"}}"#) == .dynamoDBJSON)
    }

    @Test func `puts and deletes make changes`() {
        let put = #"{"PutRequest":{"Item":{"id":{"S":"a"}}}}"#
        #expect(format(put, #"{"DeleteRequest":{"Key":{"id":{"S":"a"}}}}"#) == .changes)
        #expect(format(#"{"PutRequest":{"Item":{"id":"a"}}}"#) == .plainJSON)
        #expect(format(#"{"PutRequest":{"Item":{"id":{"S":"a"}}},"id":1}"#) == .plainJSON)
    }

    @Test func `lines of a rejects file are known`() {
        #expect(
            format(#"{"line":1,"file":"a","reason":"r","attempts":1,"format":"json","record":{"id":1}}"#) == .rejects
        )
        #expect(format(#"{"line":1,"file":"a","reason":"r","record":"a,b"}"#) == .rejects)
        #expect(format(#"{"line":1,"file":"a","reason":"r"}"#) == .plainJSON)
    }

    @Test func `anything else is plain JSON`() {
        #expect(format(#"{"id":"a"}"#) == .plainJSON)
        #expect(format(#"{"id":{"S":1}}"#) == .plainJSON)
        #expect(format(#"{"id":{"S":"a","N":"1"}}"#) == .plainJSON)
        #expect(format(#"{"Item":{"id":"a"}}"#) == .plainJSON)
        #expect(format(#"{"id":{"S":"a"}}"#, #"{"id":"a"}"#) == .plainJSON)
        #expect(format() == .plainJSON)
    }

    @Test func `a file begins as JSON or as CSV`() throws {
        #expect(try RecordFormat.form(of: Array(" \n{".utf8)) == .lines)
        #expect(try RecordFormat.form(of: Array("id,name".utf8)) == .csv)
        #expect(try RecordFormat.form(of: Array(" \n".utf8)) == nil)
        #expect(throws: InputError.self) { try RecordFormat.form(of: Array("[{}]".utf8)) }
    }
}
