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
        var source = RecordSource(input, format: format, keySchema: Self.keySchema)
        var items: [Item?] = []
        while let records = try source.next(unless: { false }) { items += records.map { try? $0.item.get() } }
        return items
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
}
