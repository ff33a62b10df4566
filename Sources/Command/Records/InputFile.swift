// Bytes from a file or from standard input.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that cannot be read to its end, and why.
struct InputError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// An open file, read from front to back.
final class InputFile: Sendable {
    /// The path as the user gave it; `-` is standard input.
    let path: String
    /// Nil where the end cannot be told in advance, as of a pipe.
    let totalBytes: Int?
    /// What tells the file from others; nil for what is no regular file, and for standard input.
    let identity: InputIdentity?
    private let descriptor: Int32

    private static let chunkBytes = 256 << 10
    private static let waitMilliseconds: Int32 = 200

    init(opening path: String) throws(InputError) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError("\(path) cannot be opened: \(Self.lastError)") }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw InputError("\(path) cannot be read: \(Self.lastError)") }
        let type = status.st_mode & S_IFMT
        guard type != S_IFDIR else { throw InputError("\(path) is a directory") }
        totalBytes = type == S_IFREG ? Int(status.st_size) : nil
        identity = type == S_IFREG && path != "-" ? InputIdentity(path: path, status) : nil
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Reads what there is, and waits for it if need be; empty at the end, or once `isStopped` says so.
    func read(unless isStopped: () -> Bool) throws(InputError) -> [UInt8] {
        while !isStopped() {
            // A pipe may be silent for long: the wait is cut into pieces, so that an interrupt is noticed.
            var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wish, 1, Self.waitMilliseconds) != 0 else { continue }
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { buffer, initializedCount in
                count = systemRead(descriptor, buffer.baseAddress!, buffer.count)
                initializedCount = max(0, count)
            }
            if count >= 0 { return bytes }
            guard errno == EINTR || errno == EAGAIN else {
                throw InputError("it cannot be read: \(Self.lastError)")
            }
        }
        return []
    }

    /// Reads on from a place in the file.
    func seek(to byte: Int) throws(InputError) {
        guard lseek(descriptor, off_t(byte), SEEK_SET) >= 0 else {
            throw InputError("it cannot be read from the middle: \(Self.lastError)")
        }
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
