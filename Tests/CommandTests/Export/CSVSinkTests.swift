// Rows of an export, read back as the loader does.

import ApusModel
import Foundation
import Testing

@testable import ApusCommand

struct CSVSinkTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "id", type: .binary),
        sort: KeyAttribute(name: "at", type: .number)
    )

    /// What the sink that is made writes of the items.
    private func text(_ items: [Item], _ make: (ExportFile) throws -> any ExportSink) throws -> String {
        let path = "\(NSTemporaryDirectory())/\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try ExportFile(path: path, isCompressed: false)
        var sink = try make(file)
        try sink.add(items)
        try sink.finish()
        try file.finish()
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private func gathered(_ items: [Item]) throws -> String {
        try text(items) { try GatheringCSVSink(keySchema: Self.schema, file: $0) }
    }

    @Test func `all attributes get columns, those of the key first`() throws {
        let items: [Item] = [
            ["z": "1", "at": 1, "id": .binary([0])], ["at": 2, "a": ["x": .null], "id": .binary([1]), "n": .null],
        ]

        #expect(try gathered(items) == "id,at,a,n,z\nAA==,1,,,1\nAQ==,2,\"{\"\"x\"\":null}\",,\n")
    }

    @Test func `chosen columns are written in the order of the choice`() throws {
        let text = try text([["at": 1, "b": true, "c": 2]]) { try CSVSink(columns: ["c", "at"], file: $0) }

        #expect(text == "c,at\n2,1\n")
    }

    @Test(arguments: [
        "plain", "a,b", "say \"x\"", "two\nlines", "ends\r", " lead", "\ttab", "{\"a\":1}", "[1]", "\u{FEFF}mark", "é😸",
    ])
    func `any text is read back, as a cell and as a name`(text: String) throws {
        let item: Item = ["id": .binary([7]), "at": -1.5, text: .string(text)]
        var splitter = RecordSplitter(.csv)

        splitter.feed(Array(try gathered([item]).utf8))

        let (first, second) = (splitter.next(), splitter.next())
        let header = try CSVHeader(try #require(first), keySchema: Self.schema)
        let row = try #require(second)
        #expect(try header.item(of: row) == item)
        #expect(splitter.finish() == nil)
    }

    @Test func `the order of items and the size of the export do not matter`() throws {
        let items: [Item] = (0..<20_000).map { ["id": .binary([1]), "at": .number(Number($0)), "pad": "0123456789"] }

        let lines = try gathered(items).split(separator: "\n")

        #expect(lines.count == 20_001)
        #expect(lines.last == "AQ==,19999,0123456789")
    }

    @Test func `items that name attributes by their data are refused`() {
        let items: [Item] = (0...GatheringCSVSink.mostColumns).map { ["id": .binary([1]), "at": 0, "a\($0)": 1] }

        #expect(throws: TableFault.self) { try gathered(items) }
    }
}
