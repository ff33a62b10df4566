// Options out of the words that a shell completes.

import Testing

@testable import ApusCommand

struct TableNamesTests {
    @Test(arguments: [
        (["apus", "get", "--region", "eu-north-1", ""], "eu-north-1"),
        (["apus", "get", "--region=eu-north-1", ""], "eu-north-1"),
        (["apus", "get", "--region"], nil),
        (["apus", "get"], nil),
    ])
    func `the value of an option stands behind it`(words: [String], value: String?) {
        #expect(TableNames.value(of: "--region", in: words) == value)
    }
}
