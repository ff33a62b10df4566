// The file of failures grows by whole lines.

import Foundation
import Testing

@testable import ApusCommand

struct TriggerFailureFileTests {
    private let path = "\(NSTemporaryDirectory())/apus-\(UUID().uuidString)"

    @Test func `lines are added behind those that are there`() async throws {
        try "earlier\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = TriggerFailureFile(path: path)

        try await file.append(Array("a\n".utf8))
        try await file.append(Array("b\n".utf8))

        #expect(try String(contentsOfFile: path, encoding: .utf8) == "earlier\na\nb\n")
    }

    @Test func `where it cannot be written is told`() async {
        let file = TriggerFailureFile(path: "\(path)/missing/file")

        await #expect(throws: TriggerFailureFile.WriteError(reason: "No such file or directory")) {
            try await file.append(Array("a\n".utf8))
        }
    }
}
