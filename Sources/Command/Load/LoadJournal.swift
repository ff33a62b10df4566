// The lasting account of a load: its rejects file and its checkpoint.

import Apus
import Synchronization

/// Takes down what becomes of each record, and brings it to the disk again and again.
///
/// The lines of rejected records reach the disk ahead of a checkpoint that counts them.
final class LoadJournal: Sendable {
    private struct Files {
        var rejects: RejectsFile
        var checkpoint: Checkpoint?
        var isSaved = false
        var failure: String?
    }

    private let ledger: Mutex<SettlementLedger>
    private let files: Mutex<Files>
    private let checkpointFile: CheckpointFile?
    /// So often is a record sent before it is left over though the load goes on.
    private let attemptsLimit: Int

    static let pause = Duration.seconds(1)

    /// - Parameters:
    ///   - checkpoint: where the load begins; nil for one that keeps no checkpoint.
    ///   - rejects: where records go that are not written.
    init(_ checkpoint: Checkpoint?, in checkpointFile: CheckpointFile?, rejects: RejectsFile, attemptsLimit: Int) {
        ledger = Mutex(SettlementLedger(from: checkpoint?.settled ?? SettledPart()))
        files = Mutex(Files(rejects: rejects, checkpoint: checkpoint))
        self.checkpointFile = checkpointFile
        self.attemptsLimit = attemptsLimit
    }

    /// Why the account cannot be kept, if that is so.
    var failure: String? { files.withLock { $0.failure } }

    /// Whether so much waits for an earlier record that no more should be read.
    var isFull: Bool { ledger.withLock { $0.isFull } }

    // MARK: Taking down

    /// Takes down records that follow one another, and answers the number of the first.
    func admit(_ records: [ParsedRecord], of file: Int, kind: RecordKind) -> Int {
        ledger.withLock { $0.admit(records.lazy.map(\.end), of: file, kind: kind) }
    }

    func admitEnd(of file: Int) { ledger.withLock { $0.admitEnd(of: file) } }

    /// Takes down a record that asks for nothing that can be written.
    func reject(_ number: Int, _ origin: RecordOrigin, reason: String) {
        let line = RejectedRecord(origin, reason: reason, attempts: 0).line
        ledger.withLock { $0.settle(number, .rejected, line: line) }
    }

    /// Takes down the fate of a change.
    func settle(_ origin: LoadOrigin, _ fate: BatchFate) {
        let number = origin.number
        switch fate {
        case .written: ledger.withLock { $0.settle(number, .written) }
        case .superseded: ledger.withLock { $0.settle(number, .superseded) }
        case .refused(let reason):
            let line = RejectedRecord(origin.record, reason: reason, attempts: 1).line
            ledger.withLock { $0.settle(number, .rejected, line: line) }
        case .leftOver(let reason, let attempts):
            let words = "left over after \(attempts) attempts: \(reason)"
            let line = RejectedRecord(origin.record, reason: words, attempts: attempts).line
            // With attempts to spare, it is left over because nothing more is written at all.
            let fate: SettlementLedger.Fate = attempts < attemptsLimit ? .unfinished : .leftOver
            ledger.withLock { $0.settle(number, fate, line: line) }
        }
    }

    // MARK: Keeping

    /// Saves until its task is cancelled or saving fails.
    func run() async {
        while save() == nil, (try? await Task.sleep(for: Self.pause)) != nil {}
    }

    /// Brings everything taken down to the disk. Answers why it could not, if that is so.
    @discardableResult
    func save() -> String? {
        files.withLock { files in
            let (lines, settled) = ledger.withLock { ($0.takeLines(), $0.settledPart) }
            if files.failure == nil { files.failure = save(lines, settled, &files) }
            return files.failure
        }
    }

    private func save(_ lines: [UInt8], _ settled: SettledPart, _ files: inout Files) -> String? {
        do throws(CheckpointError) {
            if !lines.isEmpty, files.checkpoint?.hasRejects == false {
                // Told first, so that whoever resumes knows that the file is this load's.
                files.checkpoint?.hasRejects = true
                try write(files.checkpoint)
            }
            files.rejects.add(lines)
            if let failure = files.rejects.failure { return "\(files.rejects.path) cannot be written: \(failure)" }
            guard !files.isSaved || files.checkpoint?.settled != settled else { return nil }
            files.checkpoint?.settled = settled
            try write(files.checkpoint)
            files.isSaved = true
            return nil
        } catch {
            return error.description
        }
    }

    private func write(_ checkpoint: Checkpoint?) throws(CheckpointError) {
        if let checkpoint { try checkpointFile?.write(checkpoint) }
    }

    /// Saves for the last time. The checkpoint goes where nothing is left for another run.
    func end(isWhole: Bool) {
        save()
        files.withLock { files in
            files.rejects.end(removingEmpty: isWhole)
            if isWhole, files.failure == nil { checkpointFile?.remove() }
        }
    }
}

/// What the writer knows a change by.
struct LoadOrigin: Equatable, Sendable {
    /// The number that the journal gave it.
    let number: Int
    let record: RecordOrigin
}
