// The file that takes down what could not be delivered.

import Apus
import Dispatch

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file of lines that only grows. All triggers of a server have it in common.
final class TriggerFailureFile: Sendable {
    struct WriteError: Error, Equatable {
        let reason: String
    }

    let path: String
    // A sync waits, and the threads of the tasks are few.
    private let queue = DispatchQueue(label: "apus.trigger.failures")

    init(path: String) {
        self.path = path
    }

    /// Adds a line as a whole or not at all, and returns once it is on the disk.
    func append(_ line: [UInt8]) async throws(WriteError) {
        let failure = await withCheckedContinuation { continuation in
            queue.async { [path] in continuation.resume(returning: Self.append(line, to: path)) }
        }
        if let failure { throw WriteError(reason: failure) }
    }

    /// Answers why the line could not be added, if that is so.
    private static func append(_ line: [UInt8], to path: String) -> String? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return lastError }
        defer { close(descriptor) }
        let length = lseek(descriptor, 0, SEEK_END)
        if writeAll(line, to: descriptor), sync(descriptor) {
            if length == 0 { LastingFile.syncFolder(of: path) }
            return nil
        }
        let failure = lastError
        // What was written of the line goes again. What is no file on a disk has no length.
        if length >= 0 { _ = ftruncate(descriptor, length) }
        return failure
    }

    /// What is no file on a disk, such as /dev/stderr, cannot be synced and need not be.
    private static func sync(_ descriptor: Int32) -> Bool {
        fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
