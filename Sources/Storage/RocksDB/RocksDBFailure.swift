// What RocksDB says of a failure, as a StorageError.

import CRocksDB

/// Where to write the message of a failure, as each function of the C API wants it.
typealias RocksDBMessage = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// Calls a function of RocksDB and throws what it reports. `directory` is that of the store.
func checked<Answer: ~Copyable>(
    _ operation: StaticString,
    in directory: String,
    _ call: (RocksDBMessage) -> Answer
) throws(StorageError) -> Answer {
    var message: UnsafeMutablePointer<CChar>?
    let answer = call(&message)
    guard let message else { return answer }
    throw RocksDBFailure(taking: message, directory: directory).error(during: operation)
}

/// The message of a failed call, and what it means.
struct RocksDBFailure {
    let text: String
    let directory: String

    /// Takes over and frees the message.
    init(taking message: UnsafeMutablePointer<CChar>, directory: String) {
        text = String(cString: message)
        self.directory = directory
        rocksdb_free(message)
    }

    /// The read was confined to memory, and memory did not have the answer.
    var isNotCached: Bool { text.hasPrefix("Result incomplete") }

    func error(during operation: StaticString) -> StorageError {
        if isLock { return .locked(directory: directory, holder: nil) }
        if text.hasPrefix("Corruption") || isMissingFile {
            return .damaged(file: damagedFile, detail: text)
        }
        return .io(operation: "\(operation)", detail: text)
    }

    private var isLock: Bool {
        words.contains { $0.hasSuffix("/LOCK") }
            && (text.contains("lock hold by current process") || text.contains("While lock file"))
    }

    private var isMissingFile: Bool {
        text.contains("No such file") && words.contains { isStoreFile(name(of: $0)) }
    }

    /// The path of the file that the message names, or else that of the store.
    private var damagedFile: String {
        let files = words.map(name(of:)).filter(isStoreFile)
        // A message on a table may also name the manifest that lists it.
        guard let file = files.first(where: isDataFile) ?? files.first else { return directory }
        return "\(directory)/\(file)"
    }

    private var words: [Substring] {
        text.split { " :,;()'\"\n".contains($0) }
    }

    private func name(of path: Substring) -> Substring {
        let name = path.split(separator: "/").last ?? path
        // Where a table is missing, RocksDB looks for it under an old name last, and complains of that.
        return name.hasSuffix(".ldb") ? name.dropLast(3) + "sst" : name
    }

    private func isStoreFile(_ name: Substring) -> Bool {
        isDataFile(name) || name == "CURRENT" || name.hasPrefix("MANIFEST-") || name.hasPrefix("OPTIONS-")
    }

    private func isDataFile(_ name: Substring) -> Bool {
        name.hasSuffix(".sst") || name.hasSuffix(".log")
    }
}
