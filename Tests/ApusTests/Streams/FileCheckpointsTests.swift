// Checkpoints of streams in files.

import Foundation
import Testing

@testable import Apus

final class FileCheckpointsTests {
    private let folder = NSTemporaryDirectory() + "checkpoints-\(UUID().uuidString)"

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func checkpoint(_ number: Int) -> StreamCheckpoint {
        StreamCheckpoint(streamArn: ModelStream.arn, shards: ["a": .after("\(number)")])
    }

    @Test func `a checkpoint lasts in a file of its stream's name, and a newer one takes its place`() async throws {
        let store = FileCheckpoints(folder: folder)
        #expect(try await store.checkpoint(ofStream: ModelStream.arn) == nil)

        try await store.save(Self.checkpoint(1))
        try await store.save(Self.checkpoint(2))

        #expect(try await FileCheckpoints(folder: folder).checkpoint(ofStream: ModelStream.arn) == Self.checkpoint(2))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == 1)
        #expect(files[0].hasPrefix("Birds-2026-01-01T00_00_00.000-"))
    }

    @Test func `streams of one name have files of their own`() {
        let store = FileCheckpoints(folder: folder)

        let names = ["eu-north-1", "us-east-1"].map { region in
            store.path(ofStream: "arn:aws:dynamodb:\(region):1:table/Birds/stream/2026")
        }

        #expect(names[0] != names[1])
        let long = store.path(
            ofStream: "arn:aws:dynamodb:us-east-1:1:table/\(String(repeating: "b", count: 255))/stream/2026"
        )
        #expect(long.split(separator: "/").last!.utf8.count < 240)
    }

    @Test func `a file that is damaged or of another stream is told`() async throws {
        let store = FileCheckpoints(folder: folder)
        try await store.save(Self.checkpoint(1))
        let path = store.path(ofStream: ModelStream.arn)

        try Data("{".utf8).write(to: URL(fileURLWithPath: path))
        await #expect(throws: StreamReadError.self) { try await store.checkpoint(ofStream: ModelStream.arn) }
        try Data(StreamCheckpoint(streamArn: "arn").json).write(to: URL(fileURLWithPath: path))
        await #expect(throws: StreamReadError.checkpoint("\(path) is of the stream arn")) {
            try await store.checkpoint(ofStream: ModelStream.arn)
        }
    }

    @Test func `a folder that cannot be made is told`() async throws {
        let store = FileCheckpoints(folder: "/dev/null/checkpoints")

        await #expect(throws: StreamReadError.self) { try await store.save(Self.checkpoint(1)) }
    }
}
