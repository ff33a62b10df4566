// Which texts may be names of tables.

import Testing

@testable import ApusModel

struct TableNameTests {
    @Test(arguments: ["abc", "A.b-C_9", "...", "---", String(repeating: "x", count: 255)])
    func `a text of the right length and letters is a name`(text: String) {
        #expect(TableName(text)?.text == text)
    }

    @Test(arguments: [
        "", "ab", "a b", "a/b", "abc:", "äbc", "abc\n", "abc\0", "ａbc", String(repeating: "x", count: 256),
    ])
    func `any other text is none`(text: String) {
        #expect(TableName(text) == nil)
    }

    @Test func `names stand in the order of their bytes`() {
        let names = ["b00", "a_0", "B00", "a.0", "a00", "a-0"].compactMap { TableName($0) }

        #expect(names.sorted().map(\.text) == ["B00", "a-0", "a.0", "a00", "a_0", "b00"])
    }

    @Test func `upper and lower case differ`() {
        #expect(TableName("cats") != TableName("Cats"))
    }
}
