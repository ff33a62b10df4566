// Bytes cut into records, whatever the chunks.

import Testing

@testable import ApusCommand

struct RecordSplitterTests {
    private func split(
        _ text: String,
        _ form: RecordSplitter.Form,
        chunkBytes: Int = 1 << 20,
        limitBytes: Int = 1 << 20
    ) -> [RawRecord] {
        var splitter = RecordSplitter(form, limitBytes: limitBytes)
        var records: [RawRecord] = []
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            splitter.feed(Array(bytes.prefix(chunkBytes)))
            bytes = bytes.dropFirst(chunkBytes)
            while let record = splitter.next() { records.append(record) }
        }
        if let last = splitter.finish() { records.append(last) }
        return records
    }

    private func texts(_ records: [RawRecord]) -> [String] {
        records.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func `lines are numbered, with and without a last end of line`(chunkBytes: Int) {
        let records = split("{}\r\n\n{\"a\":1}", .lines, chunkBytes: chunkBytes)

        #expect(texts(records) == ["{}", "", "{\"a\":1}"])
        #expect(records.map(\.line) == [1, 2, 3])
        #expect(records.map(\.end.byte) == [4, 5, 12])
        #expect(records.map(\.end.line) == [2, 3, 4])
        #expect(split("{}\n", .lines, chunkBytes: chunkBytes).count == 1)
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func `a row of CSV goes on within quotes`(chunkBytes: Int) {
        let text = "a,b\n\"one\n\"\"two\"\"\",2\r\n5\" pipe,\"x\"\nlast,"

        let records = split(text, .csv, chunkBytes: chunkBytes)

        #expect(texts(records) == ["a,b", "\"one\n\"\"two\"\"\",2", "5\" pipe,\"x\"", "last,"])
        #expect(records.map(\.line) == [1, 2, 4, 5])
        #expect(records.map(\.end.byte) == [4, 21, 33, 38])
    }

    @Test(arguments: [1, 3, 100])
    func `a record over the limit is cut, and the next one is whole`(chunkBytes: Int) {
        let long = String(repeating: "x", count: 50)

        let records = split("a\n\(long)\nb\n\(long)", .lines, chunkBytes: chunkBytes, limitBytes: 10)

        #expect(records.map(\.isTooLong) == [false, true, false, true])
        #expect(records.map(\.line) == [1, 2, 3, 4])
        #expect(records[2].bytes == Array("b".utf8))
        #expect(records.map(\.end.byte) == [2, 53, 55, 105])
    }
}
