// The file of a checkpoint.

import Apus

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Writes and reads a checkpoint. Whatever happens, the file holds one as a whole, or the one before.
struct CheckpointFile: Sendable {
    private let file: LastingFile

    var path: String { file.path }

    init(path: String) {
        file = LastingFile(path: path)
    }

    /// Whether a load has left its checkpoint.
    var isThere: Bool { access(path, F_OK) == 0 }

    func read() throws(CheckpointError) -> Checkpoint {
        let bytes = try Self.told { () throws(LastingFileError) in try file.read() }
        guard let bytes else {
            throw CheckpointError("\(path) cannot be opened: \(String(cString: strerror(ENOENT)))")
        }
        do throws(CheckpointError) {
            return try Checkpoint(json: bytes)
        } catch {
            throw CheckpointError("\(path) cannot be used: \(error)")
        }
    }

    /// Puts a checkpoint in the place of the one before, and waits until it is on the disk.
    func write(_ checkpoint: Checkpoint) throws(CheckpointError) {
        try Self.told { () throws(LastingFileError) in try file.replace(with: checkpoint.json) }
    }

    func remove() {
        file.remove()
    }

    private static func told<Value>(
        _ work: () throws(LastingFileError) -> Value
    ) throws(CheckpointError) -> Value {
        do throws(LastingFileError) {
            return try work()
        } catch {
            throw CheckpointError(error.description)
        }
    }
}
