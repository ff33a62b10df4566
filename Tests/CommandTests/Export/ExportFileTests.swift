// Files that bear their names once they are whole.

import Foundation
import Testing

@testable import ApusCommand

struct ExportFileTests {
    private let path = "\(NSTemporaryDirectory())/\(UUID().uuidString).jsonl"

    @Test func `a file has its name only when it is finished`() throws {
        try Data("old".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try ExportFile(path: path, isCompressed: false)

        try file.write(Array("new".utf8))

        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(FileManager.default.fileExists(atPath: "\(path).partial"))

        try file.finish()

        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        #expect(!FileManager.default.fileExists(atPath: "\(path).partial"))
    }

    @Test func `a folder that is not there is told`() {
        #expect(throws: OutputError.self) { try ExportFile(path: "\(path)/none", isCompressed: false) }
    }

    @Test(arguments: [
        ("-", ExportForm.dynamoDBJSON), ("a.jsonl", .dynamoDBJSON), ("a.csv", .csv), ("a.csv.gz", .csv),
        ("a.json.gz", .dynamoDBJSON),
    ])
    func `the name of a file asks for a form`(path: String, form: ExportForm) {
        #expect(ExportForm(path: path) == form)
    }
}
