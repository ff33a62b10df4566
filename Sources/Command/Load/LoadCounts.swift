// How many records a load has read, and what became of them.

import Apus
import ApusWire
import Synchronization

/// The counts of a load. In the end `read` is the sum of `written`, `rejected` and `leftOver`.
struct LoadCounts: Equatable, Sendable {
    var read = 0
    var written = 0
    /// How many of the written were replaced by later records with their keys.
    var superseded = 0
    var rejected = 0
    var leftOver = 0

    var isComplete: Bool { written == read }

    /// How many records stand in the rejects file.
    var unwritten: Int { rejected + leftOver }

    static func + (left: LoadCounts, right: LoadCounts) -> LoadCounts {
        LoadCounts(
            read: left.read + right.read,
            written: left.written + right.written,
            superseded: left.superseded + right.superseded,
            rejected: left.rejected + right.rejected,
            leftOver: left.leftOver + right.leftOver
        )
    }

    /// Writes the counts as the members of an object.
    func write(to writer: inout JSONWriter) {
        writer.member("read", read)
        writer.member("written", written)
        writer.member("superseded", superseded)
        writer.member("rejected", rejected)
        writer.member("leftOver", leftOver)
    }
}

extension LoadCounts: CustomStringConvertible {
    var description: String { "read \(read) = written \(written) + rejected \(rejected) + left over \(leftOver)" }
}

/// What the reader of the files counts while others look on.
final class ReadingCounters: Sendable {
    private let records = Atomic(0)
    private let faults = Atomic(0)
    private let bytes = Atomic(0)
    private let stopped = Atomic(false)

    var readRecords: Int { records.load(ordering: .relaxed) }
    var faultyRecords: Int { faults.load(ordering: .relaxed) }
    var readBytes: Int { bytes.load(ordering: .relaxed) }
    /// Whether no more is to be read.
    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    func countRecord() { records.add(1, ordering: .relaxed) }
    func countFault() { faults.add(1, ordering: .relaxed) }
    func countBytes(_ count: Int) { bytes.add(count, ordering: .relaxed) }
    func stop() { stopped.store(true, ordering: .relaxed) }

    /// What has been read, put together with what the writer says of it.
    func counts(_ progress: BatchProgress.Figures) -> LoadCounts {
        LoadCounts(
            read: readRecords,
            written: progress.written,
            superseded: progress.superseded,
            rejected: faultyRecords + progress.refused,
            leftOver: progress.leftOver
        )
    }
}
