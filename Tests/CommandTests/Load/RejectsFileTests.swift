// The lines of the rejects file.

import Testing

@testable import ApusCommand

struct RejectsFileTests {
    private func line(_ text: String) -> String {
        let origin = LoadOrigin(file: "birds.csv", line: 7, text: Array(text.utf8))
        return String(decoding: RejectsFile.line(origin, reason: "no \"key\""), as: UTF8.self)
    }

    @Test func `a record that is JSON stays JSON`() {
        let expected = #"{"line":7,"file":"birds.csv","reason":"no \"key\"","record":{"a": 1}}"#

        #expect(line(#"{"a": 1}"#) == "\(expected)\n")
    }

    @Test func `any other record becomes a string`() {
        #expect(line("a,\"b\"\nc").hasSuffix(#""record":"a,\"b\"\nc"}"# + "\n"))
    }

    @Test func `without rejects there is no file`() {
        let rejects = RejectsFile(path: "/nowhere/rejects")

        let wasUsed = rejects.isUsed
        rejects.add(LoadOrigin(file: "f", line: 1, text: []), reason: "r")

        #expect(!wasUsed)
        #expect(!rejects.isUsed)
        #expect(rejects.failure == "No such file or directory")
    }
}
