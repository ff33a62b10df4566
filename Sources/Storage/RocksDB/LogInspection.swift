// A look at the write-ahead logs before RocksDB replays them, to tell a torn tail from damage.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Reads a log and finds out where it ends.
///
/// RocksDB takes some damage for the end of a log and drops the rest in silence. Here the log ends in a
/// torn tail only if no record begins after the tear: a group is synced before the next is written,
/// so a tear can only be in the last one.
struct LogInspection {
    /// How a log ends.
    enum End: Equatable {
        case whole
        case torn(offset: Int)
    }

    private let path: String
    private(set) var hasRecords = false
    /// The sequence numbers of the first write, and of the one to come after the last.
    private var firstSequence: UInt64 = 0
    private var nextSequence: UInt64 = 0
    private var openRecord: LogBatchHeader?
    private var tear: Int?

    /// Throws if a log of the store has damage that a crash cannot explain.
    static func inspectLogs(in directory: String) throws(StorageError) {
        let logs = try Files.entries(of: directory)
            .filter { $0.hasSuffix(".log") }
            .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        var torn: LogInspection?
        for log in logs {
            var inspection = LogInspection("\(directory)/\(log)")
            let end = try inspection.end()
            if let torn { try torn.checkContinuation(inspection) }
            if inspection.hasRecords { torn = nil }
            if end != .whole { torn = inspection }
        }
    }

    init(_ path: String) {
        self.path = path
    }

    mutating func end() throws(StorageError) -> End {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Files.failure(to: "read \(path)") }
        defer { Files.close(descriptor) }
        var offset = 0
        while true {
            let block = try Files.read(path, descriptor, at: offset, limit: LogBlock.limitBytes)
            guard !block.isEmpty else { break }
            try inspect(LogBlock(bytes: block), at: offset)
            offset += block.count
        }
        if tear == nil, openRecord != nil { tear = offset }
        return tear.map { .torn(offset: $0) } ?? .whole
    }

    private mutating func inspect(_ block: LogBlock, at blockOffset: Int) throws(StorageError) {
        var position = 0
        while let record = block.record(at: position) {
            try note(record, in: block, at: blockOffset + position)
            position = record.data.upperBound
        }
        guard !block.isEnd(position), tear == nil else { return }
        let tear = blockOffset + position
        self.tear = tear
        if block.hasRecordStart(after: position) {
            throw Self.damage(in: path, at: tear, "a record is unreadable, and others follow it")
        }
    }

    private mutating func note(_ record: LogBlock.Record, in block: LogBlock, at offset: Int) throws(StorageError) {
        if let tear {
            guard record.isStart else { return }
            throw Self.damage(in: path, at: tear, "a record is unreadable, and another follows it at byte \(offset)")
        }
        guard record.isPart else { return }
        guard record.isStart == (openRecord == nil) else {
            throw Self.damage(in: path, at: offset, "a part of a record is missing before it")
        }
        var header = openRecord ?? LogBatchHeader()
        header.append(block.bytes[record.data])
        openRecord = record.isLast ? nil : header
        if record.isLast { note(header) }
    }

    private mutating func note(_ header: LogBatchHeader) {
        guard let sequence = header.sequence, let count = header.count else { return }
        if !hasRecords { firstSequence = sequence }
        nextSequence = sequence &+ UInt64(count)
        hasRecords = true
    }

    /// After a torn log was recovered, the next one goes on just where its whole records ended. A gap means that
    /// the tear came later, and cost what had been there.
    private func checkContinuation(_ next: LogInspection) throws(StorageError) {
        guard let tear, hasRecords, next.hasRecords, nextSequence != next.firstSequence else { return }
        throw Self.damage(in: path, at: tear, "records are missing, and \(next.path) goes on after them")
    }

    private static func damage(in path: String, at offset: Int, _ what: String) -> StorageError {
        .damaged(file: path, detail: "at byte \(offset) of the write-ahead log \(what)")
    }
}
