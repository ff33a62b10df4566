// What the files are called that a load writes beside itself.

import Testing

@testable import ApusCommand

struct LoadFileNameTests {
    @Test(arguments: [
        ("Cats", "Cats-rejects.jsonl"),
        ("arn:aws:dynamodb:us-east-1:123456789012:table/Cats", "Cats-rejects.jsonl"),
        (String(repeating: "a", count: 255), String(repeating: "a", count: 200) + "-rejects.jsonl"),
    ])
    func `a file is called after its table`(table: String, name: String) {
        #expect(LoadFileName.of(table, "rejects.jsonl") == name)
    }
}
