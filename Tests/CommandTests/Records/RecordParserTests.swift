// Records as items.

import ApusModel
import Testing

@testable import ApusCommand

struct RecordParserTests {
    private static let keySchema = KeySchema(
        partition: KeyAttribute(name: "id", type: .string),
        sort: KeyAttribute(name: "n", type: .number)
    )

    private func item(
        _ text: String,
        _ format: RecordFormat,
        header: String? = nil,
        keySchema: KeySchema = keySchema
    ) throws -> Item? {
        guard case .put(let item) = try change(text, format, header: header, keySchema: keySchema) else { return nil }
        return item
    }

    private func change(
        _ text: String,
        _ format: RecordFormat,
        header: String? = nil,
        keySchema: KeySchema = keySchema
    ) throws -> RecordChange {
        let parser = try RecordParser(RecordKind(format: format, header: header), keySchema: keySchema)
        return try parser.change(RawRecord(line: 2, bytes: Array(text.utf8)))
    }

    private func fault(_ text: String, _ format: RecordFormat, header: String? = nil) -> String {
        do {
            return "no fault: \(try change(text, format, header: header))"
        } catch {
            return "\(error)"
        }
    }

    @Test func `plain JSON keeps every digit`() throws {
        let text = #"{"id":"a","n":12345678901234567890.123456789012345678,"o":{"l":[1,null,true,"é"]}}"#

        let item = try item(text, .plainJSON)

        let number = try Number("12345678901234567890.123456789012345678")
        #expect(item == ["id": "a", "n": .number(number), "o": ["l": [1, .null, true, "é"]]])
    }

    @Test func `typed JSON stands alone or under Item`() throws {
        let bare = try item(#"{"id":{"S":"a"},"n":{"N":"1"}}"#, .dynamoDBJSON)
        let wrapped = try item(#"{"Item":{"id":{"S":"a"},"n":{"N":"1"}}}"#, .dynamoDBJSON)

        #expect(bare == ["id": "a", "n": 1])
        #expect(wrapped == bare)
    }

    @Test func `a line of changes is a put or a delete`() throws {
        let put = try change(#"{"PutRequest":{"Item":{"id":{"S":"a"},"n":{"N":"1"}}}}"#, .changes)
        let delete = try change(#"{"DeleteRequest":{"Key":{"id":{"S":"a"},"n":{"N":"1"}}}}"#, .changes)

        #expect(put == .put(["id": "a", "n": 1]))
        #expect(delete == .delete(["id": "a", "n": 1]))
    }

    @Test(arguments: [
        ("{}", "the line has not one PutRequest or DeleteRequest"),
        (#"{"PutRequest":{},"DeleteRequest":{}}"#, "the line has not one PutRequest or DeleteRequest"),
        (#"{"id":{"S":"a"}}"#, "the line has a member that is neither PutRequest nor DeleteRequest"),
    ])
    func `a faulty line of changes says what is wrong`(text: String, reason: String) {
        #expect(fault(text, .changes) == reason)
    }

    @Test func `a key that is called Item is no wrapping`() throws {
        let keySchema = KeySchema(partition: KeyAttribute(name: "Item", type: .string))

        let item = try item(#"{"Item":{"S":"a"}}"#, .dynamoDBJSON, keySchema: keySchema)

        #expect(item == ["Item": "a"])
    }

    @Test func `CSV is text, but for keys that are numbers`() throws {
        let item = try item(#"a,7,8,,"x, ""y""""#, .csv, header: "id,n,m,empty,quoted")

        #expect(item == ["id": "a", "n": 7, "m": "8", "quoted": "x, \"y\""])
    }

    @Test(arguments: [
        ("{\"id\":", "the line is not valid JSON"),
        ("[1]", "the line is no JSON object"),
        ("{} {}", "the line is not valid JSON"),
        (#"{"a":1,"a":2}"#, "the line is not valid JSON"),
        (#"{"a":1e999}"#, "Number overflow. Attempting to store a number with magnitude larger than supported range"),
        ("{\"a\":\"\u{1}\"}", "the line is not valid JSON"),
    ])
    func `a faulty line of JSON says what is wrong`(text: String, reason: String) {
        #expect(fault(text, .plainJSON) == reason)
    }

    @Test(arguments: [
        ("a,1", "the row has 2 cells, and the header 3"),
        ("a,one,", "n: The parameter cannot be converted to a numeric value: one"),
        ("a,1,\"open", "a quote is not closed"),
        ("a,1,\"x\"y", "text follows a closing quote"),
    ])
    func `a faulty row of CSV says what is wrong`(text: String, reason: String) {
        #expect(fault(text, .csv, header: "id,n,m") == reason)
    }

    @Test(arguments: ["id,id", "id,,n", "id,\"n"])
    func `a header names each column once`(header: String) {
        #expect(throws: RecordFault.self) { try item("a,1", .csv, header: header) }
    }
}
