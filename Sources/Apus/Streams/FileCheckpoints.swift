// Checkpoints of streams in files.

import ApusCompression
import Foundation

/// Keeps the checkpoint of each stream as JSON in a file of its own, within one folder.
///
/// A file holds a whole checkpoint or the one before, whatever happens to the machine: it is written beside, brought to the
/// disk, and then takes the place of the other. Two processes that read one stream need folders of their own.
public struct FileCheckpoints: CheckpointStore {
    /// The folder of the files.
    public let folder: String

    /// Files in a folder, which is made when the first checkpoint is saved.
    public init(folder: String) {
        self.folder = folder
    }

    /// The checkpoint of a stream; nil where there is none.
    ///
    /// - Throws: `StreamReadError.checkpoint` where the file cannot be read, or is the checkpoint of another stream.
    public func checkpoint(ofStream streamArn: String) async throws(StreamReadError) -> StreamCheckpoint? {
        let file = LastingFile(path: path(ofStream: streamArn))
        guard let bytes = try await Self.run({ () throws(LastingFileError) in try file.read() }) else { return nil }
        let checkpoint = try StreamCheckpoint(json: bytes)
        guard checkpoint.streamArn == streamArn else {
            throw .checkpoint("\(file.path) is of the stream \(checkpoint.streamArn)")
        }
        return checkpoint
    }

    /// Keeps a checkpoint in the place of the one before, and returns once it is on the disk.
    ///
    /// - Throws: `StreamReadError.checkpoint` where the file cannot be written.
    public func save(_ checkpoint: StreamCheckpoint) async throws(StreamReadError) {
        let (folder, file) = (folder, LastingFile(path: path(ofStream: checkpoint.streamArn)))
        try await Self.run { () throws(LastingFileError) in
            // Where it cannot be made, the file cannot be written, which tells why.
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try file.replace(with: checkpoint.json)
        }
    }

    /// The file of a stream, by the names of its table and its label.
    func path(ofStream streamArn: String) -> String {
        let parts = streamArn.split(separator: "/")
        // Streams of other accounts and regions may have the same names.
        let sum = String(Checksum.crc32(of: Array(streamArn.utf8)), radix: 16)
        let names = parts.count == 4 ? [parts[1].prefix(Self.tableLength), parts[3]] : []
        let name = (names + ["\(sum)"]).joined(separator: "-")
        return "\(folder)/\(String(name.map { Self.isPlain($0) ? $0 : "_" })).json"
    }

    // A file's name has 255 bytes in most file systems.
    private static let tableLength = 150

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
    }

    /// Works with the disk on a thread of its own: those of the tasks are few.
    private static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(LastingFileError) -> Value
    ) async throws(StreamReadError) -> Value {
        let outcome = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: Result(catching: work)) }
        }
        do throws(LastingFileError) {
            return try outcome.get()
        } catch {
            throw .checkpoint(error.description)
        }
    }
}
