// A file that a command writes as a whole.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Writes answers to files.
enum OutputFile {
    /// Makes the file, or puts the bytes in the place of what it had.
    static func write(_ bytes: [UInt8], to path: String) throws(InputError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        let isWritten = descriptor >= 0 && writeAll(bytes, to: descriptor)
        let failure = String(cString: strerror(errno))
        if descriptor >= 0 { close(descriptor) }
        guard isWritten else { throw InputError("\(path) cannot be written: \(failure)") }
    }
}
