// Files read from beginning to end.

import ApusModel
import Foundation
import Testing

@testable import ApusCommand

struct RecordSourceTests {
    private static let keySchema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    /// Writes a file, reads it as records, and answers the items, with nil for each faulty record.
    private func items(_ bytes: [UInt8], format: RecordFormat? = nil) throws -> [Item?] {
        let path = "\(NSTemporaryDirectory())/apus-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let input = PlainInput(try InputFile(opening: path)) { _ in }
        var source = RecordSource(input, file: path, format: format, keySchema: Self.keySchema)
        var items: [Item?] = []
        while let records = try source.next(unless: { false }) { items += records.map { item(of: $0.change) } }
        return items
    }

    private func item(of change: Result<RecordChange, RecordFault>) -> Item? {
        if case .success(.put(let item)) = change { item } else { nil }
    }

    @Test func `a file of JSON is read over marks, blanks and faults`() throws {
        let text = "\u{FEFF}\n{\"id\":\"a\"}\r\n  \nnonsense\n{\"id\":\"b\"}"

        #expect(try items(Array(text.utf8)) == [["id": "a"], nil, ["id": "b"]])
    }

    @Test func `typed JSON is known by itself`() throws {
        let text = "{\"Item\":{\"id\":{\"S\":\"a\"}}}\n{\"Item\":{\"id\":{\"S\":\"b\"}}}\n"

        #expect(try items(Array(text.utf8)) == [["id": "a"], ["id": "b"]])
    }

    @Test func `CSV is known by itself`() throws {
        #expect(try items(Array("id,x\na,1\n".utf8)) == [["id": "a", "x": "1"]])
    }

    @Test func `an empty file has no records`() throws {
        #expect(try items([]) == [])
        #expect(try items(Array("\n\n".utf8)) == [])
    }

    @Test func `gzip is known by its first bytes, and must be whole`() throws {
        // `printf '{"id":"a"}\n{"id":"b"}\n' | gzip -n`
        let gzip = try #require(Data(base64Encoded: Self.gzipText)).map(\.self)

        #expect(try items(gzip) == [["id": "a"], ["id": "b"]])
        #expect(throws: InputError("it is damaged gzip: truncated")) { try items(gzip.dropLast(5)) }
    }

    private static let gzipText = "H4sIAAAAAAAAA6tWykxRslJKVKrlqoYwk4BMALzsPUIWAAAA"

    @Test func `a file that is not there is said so`() {
        #expect(throws: InputError("/nowhere/at-all cannot be opened: No such file or directory")) {
            try InputFile(opening: "/nowhere/at-all")
        }
    }

    /// The items that are read when the reading goes on behind the record of this number.
    private func items(_ bytes: [UInt8], behind number: Int) throws -> [Item?] {
        let path = "\(NSTemporaryDirectory())/apus-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        func source() throws -> RecordSource {
            let input = PlainInput(try InputFile(opening: path)) { _ in }
            return RecordSource(input, file: path, format: nil, keySchema: Self.keySchema)
        }
        var first = try source()
        var records: [ParsedRecord] = []
        while let more = try first.next(unless: { false }) { records += more }
        var second = try source()
        try second.skip(to: records[number - 1].end, of: #require(first.kind), unless: { false })
        var rest: [ParsedRecord] = []
        while let more = try second.next(unless: { false }) { rest += more }
        #expect(rest.map(\.origin) == records.dropFirst(number).map(\.origin))
        return rest.map { item(of: $0.change) }
    }

    @Test(arguments: [1, 2, 3])
    func `the reading goes on behind any record`(number: Int) throws {
        let json = Array("\u{FEFF}{\"id\":\"1\"}\r\n\n{\"id\":\"2\"}\n{\"id\":\"3\"}".utf8)
        let csv = Array("id\n1\n\"2\"\n3\n".utf8)
        let expected = ["1", "2", "3"].dropFirst(number).map { Item([("id", .string($0))]) }

        #expect(try items(json, behind: number) == expected)
        #expect(try items(csv, behind: number) == expected)
    }

    @Test func `the reading goes on within gzip`() throws {
        let gzip = try #require(Data(base64Encoded: Self.gzipText)).map(\.self)

        #expect(try items(gzip, behind: 1) == [["id": "b"]])
    }

    @Test func `records in a rejects file keep where they came from, and how they are read`() throws {
        let origins = [
            RecordOrigin(
                file: "a.csv",
                line: 7,
                kind: RecordKind(format: .csv, header: "x,id"),
                text: Array("1,a".utf8)
            ),
            RecordOrigin(file: "b", line: 3, kind: RecordKind(format: .plainJSON), text: Array(#"{"id":"b"}"#.utf8)),
            RecordOrigin(file: "c", line: 9, kind: RecordKind(format: .plainJSON), text: Array("nonsense".utf8)),
        ]
        let lines = origins.flatMap { RejectedRecord($0, reason: "r", attempts: 2).line }

        #expect(try items(lines) == [["id": "a", "x": "1"], ["id": "b"], nil])
    }
}
