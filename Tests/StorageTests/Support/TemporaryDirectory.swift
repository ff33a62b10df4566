// A directory for the time of a test.

import Foundation

/// A path for a directory that goes when the test does.
final class TemporaryDirectory: Sendable {
    let path: String

    init() {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("apus-storage-\(UUID().uuidString)").path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The names and bytes of all files.
    func contents() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let files = try names.map { ($0, try Data(contentsOf: url(of: $0))) }
        return Dictionary(uniqueKeysWithValues: files)
    }

    /// The names of files that end in a suffix, the oldest first.
    func names(endingIn suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(suffix) }.sorted()
    }

    /// Alters the bytes of a file.
    func change(_ name: String, _ change: (inout Data) -> Void) throws {
        var bytes = try Data(contentsOf: url(of: name))
        change(&bytes)
        try bytes.write(to: url(of: name))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: url(of: name))
    }

    private static let copiesAtMost = 100

    /// What a crash at this moment would leave behind.
    func copy() throws -> TemporaryDirectory {
        var failure: any Error = CocoaError(.fileNoSuchFile)
        for _ in 0..<Self.copiesAtMost {
            let copy = TemporaryDirectory()
            do {
                try FileManager.default.copyItem(atPath: path, toPath: copy.path)
                return copy
            } catch let error as CocoaError where error.isAboutMissingFile {
                // A store that is open clears files away that it needs no more, and one may go while it is copied.
                failure = error
            }
        }
        throw failure
    }

    private func url(of name: String) -> URL {
        URL(fileURLWithPath: path).appendingPathComponent(name)
    }
}

extension CocoaError {
    fileprivate var isAboutMissingFile: Bool { code == .fileNoSuchFile || code == .fileReadNoSuchFile }
}
