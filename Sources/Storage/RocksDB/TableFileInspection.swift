// A look at the ends of the table files, to name the one that is damaged.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Tells whether a table file is whole at its end. RocksDB blames the manifest for some tables that are cut off.
enum TableFileInspection {
    /// The last eight bytes of each table, the lowest first.
    private static let magicNumber: UInt64 = 0x88E2_41B7_85F4_CFF7

    /// The same damage, but of the table that is cut off, where there is one.
    static func locate(_ error: StorageError, in directory: String) -> StorageError {
        guard case .damaged(let file, let detail) = error, !file.hasSuffix(".sst") else { return error }
        guard let names = try? Files.entries(of: directory).filter({ $0.hasSuffix(".sst") }) else { return error }
        let damaged = names.sorted().first { !isWhole("\(directory)/\($0)") }
        return damaged.map { .damaged(file: "\(directory)/\($0)", detail: "it is cut off. \(detail)") } ?? error
    }

    private static func isWhole(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 8, let bytes = try? Files.read(path, descriptor, at: Int(end) - 8, limit: 8) else { return false }
        return bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } == magicNumber
    }
}
