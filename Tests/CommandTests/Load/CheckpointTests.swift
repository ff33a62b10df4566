// Checkpoints as files, and which load may go on from one.

import ApusModel
import Foundation
import Testing

@testable import ApusCommand

struct CheckpointTests {
    private func checkpoint(
        table: String = "Cats",
        id: String? = "t-1",
        modificationTime: Int = 1_700_000_000_123_456_789,
        format: RecordFormat? = nil,
        rejects: String = "Cats-rejects.jsonl",
        settled: SettledPart = SettledPart()
    ) -> Checkpoint {
        Checkpoint(
            target: LoadTarget(table: table, tableID: id, endpoint: "http://127.0.0.1:8000", region: "us-east-1"),
            inputs: [
                InputIdentity(path: "a \"b\".jsonl", bytes: 70, modificationTime: modificationTime),
                InputIdentity(path: "b.csv.gz", bytes: 80, modificationTime: 5),
            ],
            format: format,
            startTime: Timestamp(milliseconds: 1_700_000_000_500),
            runs: 3,
            rejectsPath: rejects,
            hasRejects: true,
            settled: settled
        )
    }

    private static let places = [
        LoadPlace(),
        LoadPlace(position: InputPosition(byte: 30, line: 4), kind: RecordKind(format: .changes)),
        LoadPlace(
            file: 1,
            position: InputPosition(byte: 9, line: 2),
            kind: RecordKind(format: .csv, header: "id,\"x\"")
        ),
        LoadPlace(file: 2),
    ]

    @Test(arguments: places)
    func `a checkpoint is read as it was written`(place: LoadPlace) throws {
        let counts = LoadCounts(read: 10, written: 7, superseded: 2, rejected: 2, leftOver: 1)
        let written = checkpoint(settled: SettledPart(place: place, counts: counts, rejectsBytes: 99))

        #expect(try Checkpoint(json: written.json) == written)
    }

    @Test func `a checkpoint without an id of its table, and with a format, is read too`() throws {
        let written = checkpoint(id: nil, format: .csv)

        #expect(try Checkpoint(json: written.json) == written)
    }

    @Test(arguments: ["", "{}", "{\"version\":1}", "[1]", "{\"version\":1,\"runs\":-1}"])
    func `anything else is refused`(text: String) {
        #expect(throws: CheckpointError.self) { try Checkpoint(json: Array(text.utf8)) }
    }

    @Test func `a later version is refused by its number`() {
        let text = String(decoding: checkpoint().json, as: UTF8.self)
            .replacingOccurrences(of: "\"version\":1", with: "\"version\":2")

        #expect(throws: CheckpointError("it has version 2, and this apus knows 1")) {
            try Checkpoint(json: Array(text.utf8))
        }
    }

    @Test func `the same load may go on`() throws {
        try checkpoint(settled: SettledPart(rejectsBytes: 5)).require(checkpoint())
    }

    @Test func `another load may not, and is told why`() {
        let known = checkpoint()

        #expect(throws: CheckpointError("it is of a load with the table Cats, and this one has Dogs")) {
            try known.require(checkpoint(table: "Dogs"))
        }
        #expect(throws: CheckpointError("it is of a load with the table with the id t-1, and this one has t-2")) {
            try known.require(checkpoint(id: "t-2"))
        }
        #expect(throws: CheckpointError("it is of a load with the format auto, and this one has csv")) {
            try known.require(checkpoint(format: .csv))
        }
        #expect(throws: CheckpointError("it is of a load with the rejects file Cats-rejects.jsonl, and this one has r"))
        {
            try known.require(checkpoint(rejects: "r"))
        }
        #expect {
            try known.require(checkpoint(modificationTime: 1))
        } throws: {
            "\($0)".hasPrefix("a \"b\".jsonl is not as it was: it had 70 bytes")
        }
    }

    @Test func `a file holds the last checkpoint that was written`() throws {
        let file = CheckpointFile(path: "\(NSTemporaryDirectory())/apus-\(UUID().uuidString)")
        #expect(!file.isThere)

        try file.write(checkpoint())
        try file.write(checkpoint(settled: SettledPart(rejectsBytes: 5)))
        #expect(try file.read() == checkpoint(settled: SettledPart(rejectsBytes: 5)))
        #expect(!FileManager.default.fileExists(atPath: "\(file.path).new"))
        file.remove()

        #expect(!file.isThere)
        #expect(throws: CheckpointError("\(file.path) cannot be opened: No such file or directory")) {
            try file.read()
        }
    }

    @Test func `the command to go on with is the one that began`() {
        let words = ["apus", "load", "Cats", "it's a file.jsonl", "--restart", "--rate", "100"]

        #expect(ResumeHint.command(words) == #"apus load Cats 'it'\''s a file.jsonl' --rate 100 --resume"#)
        #expect(ResumeHint.command(["apus", "load", "T", "--", "-x"]) == "apus load T --resume -- -x")
        #expect(ResumeHint.command(["apus", "load", "T", "f", "--resume"]) == "apus load T f --resume")
    }
}
