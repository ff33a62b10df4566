// A small file that is always whole.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Reads a file and puts others in its place. Whatever happens, it holds the bytes of one replacement as a whole.
package struct LastingFile: Sendable {
    package let path: String

    private static let sizeLimit = 16 << 20

    package init(path: String) {
        self.path = path
    }

    /// The bytes of the file; nil where there is none.
    ///
    /// - Throws: where it cannot be read to its end, or is larger than any that this wrote.
    package func read() throws(LastingFileError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw LastingFileError("\(path) cannot be opened: \(Self.lastError)") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while let part = readPart(descriptor) {
            guard !part.isEmpty else { return bytes }
            bytes += part
            guard bytes.count <= Self.sizeLimit else {
                throw LastingFileError("\(path) is larger than \(Self.sizeLimit) bytes")
            }
        }
        throw LastingFileError("\(path) cannot be read: \(Self.lastError)")
    }

    /// Puts bytes in the place of those before, and waits until they are on the disk.
    package func replace(with bytes: [UInt8]) throws(LastingFileError) {
        let draft = "\(path).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw LastingFileError("\(draft) cannot be written: \(Self.lastError)") }
        let isWritten = writeBytes(bytes, descriptor) && fsync(descriptor) == 0
        let failure = Self.lastError
        close(descriptor)
        guard isWritten else { throw LastingFileError("\(draft) cannot be written: \(failure)") }
        guard rename(draft, path) == 0 else {
            throw LastingFileError("\(path) cannot be written: \(Self.lastError)")
        }
        Self.syncFolder(of: path)
    }

    package func remove() {
        unlink(path)
        Self.syncFolder(of: path)
    }

    /// Makes the name of a new file last, or that one is gone, as far as the system does that.
    package static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}

/// Why a file cannot be read or written.
package struct LastingFileError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// The next bytes of a file, none at its end; nil where it cannot be read.
private func readPart(_ descriptor: Int32) -> [UInt8]? {
    var result = 0
    let part = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        repeat { result = read(descriptor, buffer.baseAddress!, buffer.count) } while result < 0 && errno == EINTR
        count = max(0, result)
    }
    return result < 0 ? nil : part
}

private func writeBytes(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
    }
    return true
}
