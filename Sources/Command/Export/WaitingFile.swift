// Lines that wait on disk until they are wanted.

import Foundation

/// A file without a name: it is gone with the process, however that ends.
final class WaitingFile {
    private let descriptor: Int32
    private var held: [UInt8] = []

    private static let heldBytes = 256 << 10

    /// Makes the file in the folder for temporary files, which `TMPDIR` names.
    init() throws(OutputError) {
        // The last six characters are replaced by others that no file's name has.
        let pattern = "\(NSTemporaryDirectory())/apus-export-" + String(repeating: "X", count: 6)
        var path = Array(pattern.utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw OutputError("A temporary file") }
        unlink(path)
    }

    deinit {
        close(descriptor)
    }

    func write(_ line: [UInt8]) throws(OutputError) {
        held += line
        if held.count >= Self.heldBytes { try flush() }
    }

    /// Reads all lines from the first on, once they are all written.
    func forEachLine(_ body: (RawRecord) throws -> Void) throws {
        try flush()
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw OutputError("A temporary file") }
        var splitter = RecordSplitter(.lines)
        while true {
            let chunk = try nextChunk()
            guard !chunk.isEmpty else { break }
            splitter.feed(chunk)
            while let line = splitter.next() { try body(line) }
        }
    }

    private func nextChunk() throws(OutputError) -> [UInt8] {
        var count = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.heldBytes) { buffer, filled in
            count = read(descriptor, buffer.baseAddress!, buffer.count)
            filled = max(0, count)
        }
        guard count >= 0 else { throw OutputError("A temporary file") }
        return chunk
    }

    private func flush() throws(OutputError) {
        guard writeAll(held, to: descriptor) else { throw OutputError("A temporary file") }
        held.removeAll(keepingCapacity: true)
    }
}
