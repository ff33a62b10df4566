// Why output cannot be written.

import Foundation

/// A file or the standard output takes nothing more.
struct OutputError: Error, CustomStringConvertible {
    let description: String
    /// Whether whoever read a pipe has had enough, which needs no words.
    let isReaderGone: Bool

    /// What the last system call says.
    init(_ path: String) {
        isReaderGone = errno == EPIPE
        description = "\(path) cannot be written: \(String(cString: strerror(errno)))"
    }
}
