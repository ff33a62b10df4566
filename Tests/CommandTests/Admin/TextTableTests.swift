// Tables for people to read.

import Testing

@testable import ApusCommand

struct TextTableTests {
    @Test func `columns are as wide as their widest cells`() {
        let table = TextTable(
            [.init("NAME"), .init("COUNT", isNumber: true), .init("")],
            rows: [["a", "1", "x"], ["été 😸", "1000000", ""]]
        )

        #expect(table.lines == ["NAME     COUNT", "a            1  x", "été 😸  1000000"])
    }

    @Test func `a table without rows has its headings`() {
        #expect(TextTable([.init("A"), .init("B")], rows: []).lines == ["A  B"])
    }

    @Test func `no cell breaks a line or moves the cursor`() {
        #expect(TextTable([.init("A")], rows: [["a\nb\r\nc\u{1B}[2Jd"]]).lines == ["A", "a b  c [2Jd"])
    }
}
