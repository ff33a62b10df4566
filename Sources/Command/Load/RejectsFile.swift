// The records of a load that were not written, and why.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Takes down rejected records as JSON lines. The file is made, or made empty, when the first ones come.
struct RejectsFile {
    let path: String
    private var descriptor: Int32?
    /// Why records could not be taken down, if that is so.
    private(set) var failure: String?

    init(path: String) {
        self.path = path
    }

    /// Goes on with the file of a load that did not end, whose first bytes belong to records that are settled. The rest
    /// of it goes: those records are sent again.
    init(resuming path: String, keeping bytes: Int) throws(CheckpointError) {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CheckpointError("\(path) cannot be written: \(Self.lastError)") }
        self.descriptor = descriptor
        guard lseek(descriptor, 0, SEEK_END) >= bytes else {
            close(descriptor)
            throw CheckpointError("\(path) has lost some of its lines: \(bytes) bytes of it are counted")
        }
        guard ftruncate(descriptor, off_t(bytes)) == 0, lseek(descriptor, 0, SEEK_END) == bytes else {
            close(descriptor)
            throw CheckpointError("\(path) cannot be written: \(Self.lastError)")
        }
    }

    /// Adds lines, and waits until they are on the disk.
    mutating func add(_ lines: [UInt8]) {
        guard failure == nil, !lines.isEmpty else { return }
        if descriptor == nil { begin() }
        guard let descriptor else { return }
        if !writeAll(lines, to: descriptor) { return failure = Self.lastError }
        // What is no file on a disk, such as /dev/stderr, cannot be synced and need not be.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { failure = Self.lastError }
    }

    /// Closes the file. One without lines may be removed, as a load leaves it that was resumed.
    func end(removingEmpty: Bool = false) {
        guard let descriptor else { return }
        let isEmpty = lseek(descriptor, 0, SEEK_END) == 0
        close(descriptor)
        if removingEmpty, isEmpty, failure == nil { unlink(path) }
    }

    private mutating func begin() {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor >= 0 {
            self.descriptor = descriptor
        } else {
            failure = Self.lastError
        }
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
