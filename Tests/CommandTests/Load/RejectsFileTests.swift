// The rejects file, from its first line to its end.

import Foundation
import Testing

@testable import ApusCommand

struct RejectsFileTests {
    private let path = "\(NSTemporaryDirectory())/apus-\(UUID().uuidString)"

    private var text: String? { try? String(contentsOfFile: path, encoding: .utf8) }

    @Test func `it is made, or made empty, when the first lines come`() throws {
        try "earlier".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var rejects = RejectsFile(path: path)

        rejects.add([])
        #expect(text == "earlier")
        rejects.add(Array("a\n".utf8))
        rejects.add(Array("b\n".utf8))
        #expect(text == "a\nb\n")
        rejects.end()
    }

    @Test func `one that goes on loses what is not counted`() throws {
        try "counted\nnot counted\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }

        var rejects = try RejectsFile(resuming: path, keeping: 8)
        rejects.add(Array("new\n".utf8))
        rejects.end(removingEmpty: true)

        #expect(text == "counted\nnew\n")
    }

    @Test func `one that goes on is not shorter than what is counted`() throws {
        try "a\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }

        #expect(throws: CheckpointError.self) { try RejectsFile(resuming: path, keeping: 3) }
        #expect(text == "a\n")
    }

    @Test func `one that ends without lines goes`() throws {
        try "not counted\n".write(toFile: path, atomically: true, encoding: .utf8)

        try RejectsFile(resuming: path, keeping: 0).end(removingEmpty: true)

        #expect(text == nil)
    }

    @Test func `what cannot be written is told`() {
        var rejects = RejectsFile(path: "/nowhere/rejects")

        rejects.add(Array("a\n".utf8))

        #expect(rejects.failure == "No such file or directory")
    }
}
