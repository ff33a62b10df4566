// Lines for the person or the script that runs the command.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Where answers go.
enum StandardOutput {
    static let descriptor = STDOUT_FILENO

    static func write(_ line: String) { writeAll(Array("\(line)\n".utf8), to: STDOUT_FILENO) }
}

/// Where everything else goes.
enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func write(_ line: String) { writeAll(Array("\(line)\n".utf8), to: STDERR_FILENO) }

    /// Writes text as it is, without ending the line.
    static func writePart(_ text: String) { writeAll(Array(text.utf8), to: STDERR_FILENO) }
}

/// Writes straight to the descriptor: nothing is held back in a buffer when the process ends.
///
/// Answers false, with the reason in `errno`, where not all could be written.
@discardableResult
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
    }
    return true
}
