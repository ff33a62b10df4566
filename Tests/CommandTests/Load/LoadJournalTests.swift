// What of a load is on the disk, and in which order it gets there.

import Apus
import ApusModel
import Foundation
import Testing

@testable import ApusCommand

struct LoadJournalTests {
    private let folder = "\(NSTemporaryDirectory())/apus-\(UUID().uuidString)"
    private let kind = RecordKind(format: .plainJSON)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var file: CheckpointFile { CheckpointFile(path: "\(folder)/checkpoint") }
    private var rejectsPath: String { "\(folder)/rejects" }

    private var rejectedLines: [String] {
        let text = (try? String(contentsOfFile: rejectsPath, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    private var fresh: Checkpoint {
        Checkpoint(
            target: LoadTarget(table: "Cats", tableID: nil, endpoint: "e", region: "r"),
            inputs: [InputIdentity(path: "f", bytes: 1, modificationTime: 1)],
            format: nil,
            startTime: Timestamp(milliseconds: 0),
            rejectsPath: rejectsPath
        )
    }

    private func journal(_ checkpoint: Checkpoint, _ rejects: RejectsFile) -> LoadJournal {
        LoadJournal(checkpoint, in: file, rejects: rejects, attemptsLimit: 3)
    }

    private func records(_ lines: ClosedRange<Int>) -> [ParsedRecord] {
        lines.map { line in
            ParsedRecord(
                origin: RecordOrigin(file: "f", line: line, kind: kind, text: Array("{}".utf8)),
                end: InputPosition(byte: line * 10, line: line + 1),
                change: .success(.put([:]))
            )
        }
    }

    private func settle(_ record: ParsedRecord, _ number: Int, _ fate: BatchFate, in journal: LoadJournal) {
        journal.settle(LoadOrigin(number: number, record: record.origin), fate)
    }

    @Test func `the checkpoint counts no line that the rejects file lacks`() throws {
        let journal = journal(fresh, RejectsFile(path: rejectsPath))
        #expect(journal.save() == nil)
        #expect(try file.read() == fresh)

        let records = records(1...3)
        _ = journal.admit(records, of: 0, kind: kind)
        settle(records[1], 1, .refused(reason: "bad"), in: journal)
        settle(records[0], 0, .written, in: journal)
        #expect(journal.save() == nil)

        let checkpoint = try file.read()
        #expect(checkpoint.hasRejects)
        #expect(checkpoint.settled.place.position == InputPosition(byte: 20, line: 3))
        #expect(checkpoint.settled.counts == LoadCounts(read: 2, written: 1, rejected: 1))
        #expect(rejectedLines.count == 1)
        #expect(checkpoint.settled.rejectsBytes == rejectedLines[0].utf8.count + 1)
    }

    @Test func `what is left over as the load ends is told, and sent again by the next run`() throws {
        let journal = journal(fresh, RejectsFile(path: rejectsPath))
        let records = records(1...3)
        _ = journal.admit(records, of: 0, kind: kind)
        settle(records[0], 0, .leftOver(reason: "no room", attempts: 3), in: journal)
        settle(records[1], 1, .leftOver(reason: "stopped", attempts: 1), in: journal)
        settle(records[2], 2, .leftOver(reason: "stopped", attempts: 0), in: journal)
        journal.end(isWhole: false)

        #expect(rejectedLines.count == 3)
        let checkpoint = try file.read()
        #expect(checkpoint.settled.counts == LoadCounts(read: 1, leftOver: 1))

        let next = self.journal(
            checkpoint,
            try RejectsFile(resuming: rejectsPath, keeping: checkpoint.settled.rejectsBytes)
        )
        #expect(rejectedLines.count == 1)
        _ = next.admit(Array(records[1...]), of: 0, kind: kind)
        settle(records[1], 0, .written, in: next)
        settle(records[2], 1, .superseded, in: next)
        next.admitEnd(of: 0)
        next.end(isWhole: true)

        #expect(rejectedLines.count == 1)
        #expect(!file.isThere)
    }

    @Test func `without a checkpoint the rejects file is kept all the same`() {
        let journal = LoadJournal(nil, in: nil, rejects: RejectsFile(path: rejectsPath), attemptsLimit: 1)
        let records = records(1...1)
        _ = journal.admit(records, of: 0, kind: kind)

        journal.reject(0, records[0].origin, reason: "no JSON")
        journal.end(isWhole: true)

        #expect(rejectedLines.count == 1)
        #expect(!file.isThere)
    }

    @Test func `an account that cannot be kept is told`() {
        let journal = LoadJournal(
            fresh,
            in: CheckpointFile(path: "/nowhere/checkpoint"),
            rejects: RejectsFile(path: rejectsPath),
            attemptsLimit: 1
        )

        #expect(journal.save() == "/nowhere/checkpoint.new cannot be written: No such file or directory")
        #expect(journal.failure != nil)
    }
}
