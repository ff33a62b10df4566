// The few things that a store does with files itself.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Files, by path; failures say what was tried and what the system answered.
enum Files {
    private static let textLimitBytes = 1 << 20

    /// Makes a directory for its owner alone, with those above it. Does nothing if there is one.
    static func makeDirectory(_ path: String) throws(StorageError) {
        guard mkdir(path, 0o700) != 0 else { return try sync(parent(of: path)) }
        switch errno {
        case EEXIST: return
        case ENOENT where parent(of: path) != path:
            try makeDirectory(parent(of: path))
            try makeDirectory(path)
        default: throw failure(to: "make the directory \(path)")
        }
    }

    static func entries(of directory: String) throws(StorageError) -> Set<String> {
        guard let stream = opendir(directory) else { throw failure(to: "list \(directory)") }
        defer { closedir(stream) }
        var names: Set<String> = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.insert(name) }
        }
        return names
    }

    /// The beginning of a file as text.
    static func text(of path: String) throws(StorageError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(to: "read \(path)") }
        defer { close(descriptor) }
        let bytes = try read(path, descriptor, at: 0, limit: textLimitBytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As many bytes from an offset on as there are, up to a limit.
    static func read(
        _ path: String,
        _ descriptor: Int32,
        at offset: Int,
        limit: Int
    ) throws(StorageError) -> [UInt8] {
        var isFailed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let step = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
                if step < 0, errno == EINTR { continue }
                isFailed = step < 0
                guard step > 0 else { return }
                count += step
            }
        }
        guard !isFailed else { throw failure(to: "read \(path)") }
        return bytes
    }

    /// Writes a file anew and syncs it.
    static func write(_ text: String, to path: String) throws(StorageError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(to: "write \(path)") }
        defer { close(descriptor) }
        let bytes = [UInt8](text.utf8)
        var written = 0
        while written < bytes.count {
            let step = bytes[written...].withUnsafeBytes { writeSome(descriptor, $0) }
            if step < 0, errno == EINTR { continue }
            guard step >= 0 else { throw failure(to: "write \(path)") }
            written += step
        }
        guard fsync(descriptor) == 0 else { throw failure(to: "sync \(path)") }
    }

    static func rename(_ path: String, to newPath: String) throws(StorageError) {
        guard renameFile(path, newPath) == 0 else { throw failure(to: "rename \(path)") }
    }

    /// Makes the entries of a directory durable.
    static func sync(_ directory: String) throws(StorageError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(to: "sync \(directory)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(to: "sync \(directory)") }
    }

    static func close(_ descriptor: Int32) {
        _ = closeFile(descriptor)
    }

    /// What the system has just answered.
    static func failure(to operation: String) -> StorageError {
        .io(operation: operation, detail: String(cString: strerror(errno)))
    }

    private static func parent(of path: String) -> String {
        let parts = path.split(separator: "/").dropLast()
        guard !parts.isEmpty else { return path.hasPrefix("/") ? "/" : "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

// The system's functions whose names the face above takes.
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func renameFile(_ path: String, _ newPath: String) -> Int32 { rename(path, newPath) }
private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
