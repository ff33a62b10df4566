// Streams as the store has them.

import ApusModel
import ApusStorage

extension Reading {
    /// All streams with their shards.
    func streams() throws(StorageError) -> [Stream] { try streams(in: KeySpace.streams) }

    /// A stream with its shards; nil where there is none.
    func stream(_ id: UInt32) throws(StorageError) -> Stream? {
        try streams(in: .prefix(KeySpace.stream(id))).first
    }

    private func streams(in range: KeyRange) throws(StorageError) -> [Stream] {
        var streams: [Stream] = []
        try scan(range, .forward) { key, value throws(StorageError) in
            let (id, shard) = KeySpace.streamAndShard(of: key)
            if shard == nil {
                streams.append(try Stream(value))
            } else if streams.last?.id == id {
                streams[streams.count - 1].shards.append(try Shard(value))
            } else {
                throw .damaged(file: "the shards of a stream", detail: "the stream \(id) is missing")
            }
            return .next
        }
        return streams
    }

    /// The number of the last change in a shard; nil where it has none.
    func lastChange(inShard shard: UInt32, of stream: UInt32) throws(StorageError) -> SequenceNumber? {
        var last: SequenceNumber?
        try scan(KeySpace.changes(of: stream, shard: shard), .backward) { key, _ in
            last = KeySpace.sequenceNumber(of: key)
            return .stop
        }
        return last
    }
}

extension WriteTransaction {
    /// Writes a stream, and those of its shards that are not as they were.
    func put(_ stream: Stream, replacing old: Stream?) {
        if stream.bytes != old?.bytes { put(stream.bytes, for: KeySpace.stream(stream.id)) }
        let oldShards = Dictionary(uniqueKeysWithValues: (old?.shards ?? []).map { ($0.id.number, $0) })
        for shard in stream.shards where shard != oldShards[shard.id.number] {
            put(shard.bytes, for: KeySpace.shard(shard.id.number, of: stream.id))
        }
        let numbers = Set(stream.shards.map(\.id.number))
        for number in oldShards.keys where !numbers.contains(number) {
            delete(KeySpace.shard(number, of: stream.id))
        }
    }

    /// Removes a stream with its shards. Its changes are discarded beside the transactions.
    func delete(_ stream: Stream) {
        delete(KeySpace.stream(stream.id))
        for shard in stream.shards { delete(KeySpace.shard(shard.id.number, of: stream.id)) }
    }

    func takeStreamID() throws(StorageError) -> UInt32 {
        let id = try counter(KeySpace.nextStreamID) + 1
        add(1, toCounter: KeySpace.nextStreamID)
        return UInt32(id)
    }

    /// The open stream of a table, with the shards that changes go to now.
    func openStream(_ id: UInt32, of table: Table) throws(StorageError) -> OpenStream {
        if !table.line.isChanging, let open = table.line.openStream, open.stream.id == id { return open }
        guard let stream = try stream(id), stream.isOpen else {
            throw .damaged(file: "the stream \(id)", detail: "its table is there, but no open stream")
        }
        return OpenStream(stream)
    }
}
