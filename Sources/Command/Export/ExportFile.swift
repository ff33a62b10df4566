// Where an export goes.

import ApusCompression
import Foundation

/// A file that bears its name only once it is whole, or the standard output.
final class ExportFile {
    /// As the caller named it; `-` is standard output.
    let path: String
    private let descriptor: Int32
    private var gzip: GzipWriter?
    private var held: [UInt8] = []
    private var isFinished = false

    private static let heldBytes = 256 << 10

    /// Begins the file `PATH.partial`, in place of one that an earlier run has left.
    init(path: String, isCompressed: Bool) throws(OutputError) {
        self.path = path
        gzip = isCompressed ? GzipWriter() : nil
        guard path != "-" else {
            descriptor = STDOUT_FILENO
            return
        }
        descriptor = open(Self.partialPath(of: path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputError(Self.partialPath(of: path)) }
    }

    deinit {
        if !isStandardOutput, !isFinished { close(descriptor) }
    }

    static func partialPath(of path: String) -> String { "\(path).partial" }

    /// What there is of the file until it is whole; nil for the standard output.
    var partialPath: String? { isStandardOutput ? nil : Self.partialPath(of: path) }

    private var isStandardOutput: Bool { path == "-" }

    func write(_ bytes: [UInt8]) throws(OutputError) {
        held += gzip?.write(bytes) ?? bytes
        if held.count >= Self.heldBytes { try flush() }
    }

    /// Writes the rest, has the disk take it, and gives the file its name.
    func finish() throws(OutputError) {
        if let rest = gzip?.finish() { held += rest }
        try flush()
        guard !isStandardOutput else { return }
        // A pipe or a device has nothing to sync.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw OutputError(path) }
        isFinished = true
        guard close(descriptor) == 0, rename(Self.partialPath(of: path), path) == 0 else { throw OutputError(path) }
    }

    private func flush() throws(OutputError) {
        guard writeAll(held, to: descriptor) else {
            throw OutputError(isStandardOutput ? "The standard output" : Self.partialPath(of: path))
        }
        held.removeAll(keepingCapacity: true)
    }
}
