// The directory of a store: its lock, and the file that says what it is.

import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A directory that holds a store, or is about to, locked against every other opening until `unlock`.
final class StoreDirectory: Sendable {
    static let formatVersion = 3

    private static let formatFile = "FORMAT"
    private static let newFormatFile = "FORMAT.new"
    // A file system's own directory may stand in a fresh one.
    private static let ignoredEntries: Set<String> = ["lost+found", newFormatFile]

    let path: String
    /// Its store is still to be made: the directory was empty, or an earlier making was cut short.
    let isNew: Bool
    /// Its store was written by an older version, of whose format this one is an extension.
    private let isOlder: Bool
    private let descriptor: Mutex<Int32?>

    /// Locks the directory and checks what it holds, making it if there is none. Changes nothing in a
    /// directory that it refuses.
    init(opening path: String) throws(StorageError) {
        try Files.makeDirectory(path)
        let descriptor = try Self.lock(path)
        do throws(StorageError) {
            (isNew, isOlder) = try Self.inspect(path)
            if isNew { try Self.writeFormat(StoreFormat(version: Self.formatVersion, isMade: false), in: path) }
        } catch {
            Files.close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = Mutex(descriptor)
    }

    deinit {
        unlock()
    }

    func unlock() {
        descriptor.withLock { descriptor in
            if let descriptor { Files.close(descriptor) }
            descriptor = nil
        }
    }

    /// Records that the store is made, after which a missing file is damage, and that it has this version's format,
    /// after which an older version refuses it.
    func markMade() throws(StorageError) {
        guard isNew || isOlder else { return }
        try Self.writeFormat(StoreFormat(version: Self.formatVersion, isMade: true), in: path)
    }

    private static func inspect(_ path: String) throws(StorageError) -> (isNew: Bool, isOlder: Bool) {
        let entries = try Files.entries(of: path).subtracting(ignoredEntries)
        guard entries.contains(formatFile) else {
            guard entries.isEmpty else { throw .notAStore(directory: path) }
            return (isNew: true, isOlder: false)
        }
        let file = "\(path)/\(formatFile)"
        guard let format = StoreFormat(parsing: try Files.text(of: file)) else {
            throw .damaged(file: file, detail: "it does not say “apus store” and a number")
        }
        guard format.version <= formatVersion else {
            throw .newerFormat(directory: path, found: format.version, supported: formatVersion)
        }
        guard format.isMade else { return (isNew: true, isOlder: false) }
        try checkCompleteness(of: entries, in: path)
        return (isNew: false, isOlder: format.version < formatVersion)
    }

    /// RocksDB would take a store without these files for an empty one.
    private static func checkCompleteness(of entries: Set<String>, in path: String) throws(StorageError) {
        guard entries.contains("CURRENT") else {
            throw .damaged(file: "\(path)/CURRENT", detail: "the file is missing")
        }
        guard entries.contains(where: { $0.hasSuffix(".log") }) else {
            throw .damaged(file: path, detail: "the write-ahead log (a file ending in .log) is missing")
        }
    }

    private static func writeFormat(_ format: StoreFormat, in path: String) throws(StorageError) {
        try Files.write(format.text, to: "\(path)/\(newFormatFile)")
        try Files.rename("\(path)/\(newFormatFile)", to: "\(path)/\(formatFile)")
        try Files.sync(path)
    }

    // The lock is on the directory itself, so there is one before there is any file in it.
    private static func lock(_ path: String) throws(StorageError) -> Int32 {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Files.failure(to: "open \(path)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return descriptor }
        let isHeld = errno == EWOULDBLOCK
        let failure = Files.failure(to: "lock \(path)")
        defer { Files.close(descriptor) }
        throw isHeld ? .locked(directory: path, holder: lockHolder(descriptor)) : failure
    }

    /// The process that holds the lock, where the system tells.
    private static func lockHolder(_ descriptor: Int32) -> Int32? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let locks = try? Files.text(of: "/proc/locks") else { return nil }
        // 1: FLOCK  ADVISORY  WRITE 4242 fe:00:131083 0 EOF
        for line in locks.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 5, fields[1] == "FLOCK", fields[5].hasSuffix(":\(status.st_ino)") else { continue }
            return Int32(fields[4])
        }
        return nil
    }
}
