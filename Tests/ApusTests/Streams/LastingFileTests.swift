// Files that are always whole: what is read of them, and what cannot be read.

import Foundation
import Testing

@testable import Apus

struct LastingFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")

    private func withFile(_ body: (LastingFile) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(LastingFile(path: folder.appendingPathComponent("file").path))
    }

    @Test(arguments: [0, 1, 65_536, 200_000])
    func `what was put in its place last is read, to the end`(count: Int) throws {
        try withFile { file in
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            #expect(try file.read() == nil)

            try file.replace(with: [1, 2, 3])
            try file.replace(with: bytes)

            #expect(try file.read() == bytes)
            file.remove()
            #expect(try file.read() == nil)
        }
    }

    @Test func `what cannot be read is no empty file`() throws {
        try withFile { file in
            try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: false)

            let error = #expect(throws: LastingFileError.self) { try file.read() }

            #expect(error?.description.hasPrefix("\(file.path) cannot be read: ") == true)
        }
    }

    @Test func `a file larger than any that was written is not taken for one`() throws {
        try withFile { file in
            try file.replace(with: [1])
            #expect(truncate(file.path, 17 << 20) == 0)

            let error = #expect(throws: LastingFileError.self) { try file.read() }

            #expect(error?.description == "\(file.path) is larger than 16777216 bytes")
        }
    }
}
