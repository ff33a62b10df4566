// Checkpoints of streams as JSON.

import ApusModel
import ApusWire

extension StreamCheckpoint {
    /// The form of the text. It goes up when a reader of the one before would misunderstand it.
    private static let version = 1

    /// The checkpoint as JSON, for a store of one's own.
    public var json: [UInt8] {
        var writer = JSONWriter(reservingBytes: 1_024)
        writer.object { writer in
            writer.member("version", Self.version)
            writer.member("streamArn", streamArn)
            if let startTime {
                writer.member("startTime", Int(startTime.milliseconds))
            }
            writer.member("isEnded", isEnded)
            writer.name("shards")
            writer.array { writer in
                for (shard, progress) in shards.sorted(by: { $0.key < $1.key }) {
                    Self.write(shard, progress, to: &writer)
                }
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ shard: String, _ progress: Progress, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("shardId", shard)
            switch progress {
            case .unread: break
            case .after(let sequenceNumber):
                writer.member("after", sequenceNumber)
            case .finished:
                writer.member("isFinished", true)
            }
        }
    }

    /// Reads a checkpoint that was written as JSON.
    ///
    /// - Throws: `StreamReadError.checkpoint` where the text is none, or one of a form that is newer than the library.
    public init(json: [UInt8]) throws(StreamReadError) {
        do throws(CallError) {
            self = try Draft(decoding: json).checkpoint
        } catch {
            throw .checkpoint("\(error)")
        }
    }

    /// A checkpoint while its members are read.
    private struct Draft: ReadShape {
        private var version = 0
        private var streamArn: String?
        private var startTime: Timestamp?
        private var isEnded = false
        private var shards: [DraftShard] = []

        init(from reader: inout JSONReader) throws(ServiceError) {
            try reader.members(of: "Checkpoint") { name, reader throws(ServiceError) in
                switch name {
                case "version": version = try reader.value() ?? 0
                case "streamArn": streamArn = try reader.value()
                case "startTime":
                    let milliseconds: Int? = try reader.value()
                    startTime = milliseconds.map { Timestamp(milliseconds: Int64($0)) }
                case "isEnded": isEnded = try reader.value() ?? false
                case "shards": shards = try reader.value() ?? []
                default: try reader.skipValue()
                }
            }
        }

        var checkpoint: StreamCheckpoint {
            get throws(CallError) {
                guard version == StreamCheckpoint.version else {
                    throw .unreadable("it has version \(version), and version \(StreamCheckpoint.version) is known")
                }
                guard let streamArn else { throw .unreadable("it names no stream") }
                return StreamCheckpoint(
                    streamArn: streamArn,
                    startTime: startTime,
                    shards: Dictionary(shards.map { ($0.shardID, $0.progress) }) { $1 },
                    isEnded: isEnded
                )
            }
        }
    }

    private struct DraftShard: ReadShape {
        let shardID: String
        let progress: Progress

        init(from reader: inout JSONReader) throws(ServiceError) {
            var (shardID, after, isFinished): (String?, String?, Bool) = (nil, nil, false)
            try reader.members(of: "Shard") { name, reader throws(ServiceError) in
                switch name {
                case "shardId": shardID = try reader.value()
                case "after": after = try reader.value()
                case "isFinished": isFinished = try reader.value() ?? false
                default: try reader.skipValue()
                }
            }
            self.shardID = try shardID.required("shardId")
            progress = isFinished ? .finished : after.map(Progress.after) ?? .unread
        }
    }
}
