// The file of a checkpoint.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Writes and reads a checkpoint. Whatever happens, the file holds one as a whole, or the one before.
struct CheckpointFile: Sendable {
    let path: String

    private static let sizeLimit = 16 << 20

    /// Whether a load has left its checkpoint.
    var isThere: Bool { access(path, F_OK) == 0 }

    func read() throws(CheckpointError) -> Checkpoint {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CheckpointError("\(path) cannot be opened: \(Self.lastError)") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count <= Self.sizeLimit {
            let part = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
                count = max(0, readBytes(descriptor, buffer))
            }
            if part.isEmpty { break }
            bytes += part
        }
        do throws(CheckpointError) {
            return try Checkpoint(json: bytes)
        } catch {
            throw CheckpointError("\(path) cannot be used: \(error)")
        }
    }

    /// Puts a checkpoint in the place of the one before, and waits until it is on the disk.
    func write(_ checkpoint: Checkpoint) throws(CheckpointError) {
        let draft = "\(path).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CheckpointError("\(draft) cannot be written: \(Self.lastError)") }
        let isWritten = writeAll(checkpoint.json, to: descriptor) && fsync(descriptor) == 0
        let failure = Self.lastError
        close(descriptor)
        guard isWritten else { throw CheckpointError("\(draft) cannot be written: \(failure)") }
        guard rename(draft, path) == 0 else {
            throw CheckpointError("\(path) cannot be written: \(Self.lastError)")
        }
        syncFolder()
    }

    func remove() {
        unlink(path)
        syncFolder()
    }

    /// Makes the new name last, as far as the system does that.
    private func syncFolder() {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    read(descriptor, buffer.baseAddress!, buffer.count)
}
