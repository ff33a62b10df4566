// Where streams, their shards and the log of changes stand in the store.

import ApusStorage

extension KeySpace {
    /// The counter of stream ids.
    static let nextStreamID = ownKey(nextStreamIDKind)
    /// All streams with their shards: each stream ahead of its shards, these in the order of their numbers.
    static let streams = KeyRange.prefix(ownKey(streamKind))

    static func stream(_ id: UInt32) -> [UInt8] { ownKey(streamKind, id) }

    static func shard(_ number: UInt32, of stream: UInt32) -> [UInt8] {
        var key = self.stream(stream)
        key.appendInteger(number)
        return key
    }

    /// The stream, and the shard, whose key this is; no shard where it is the stream's own.
    static func streamAndShard(of key: UnsafeRawBufferPointer) -> (stream: UInt32, shard: UInt32?) {
        let ids = key.dropFirst(ownKey(streamKind).count)
        func integer(_ bytes: UnsafeRawBufferPointer.SubSequence) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
        return (integer(ids.prefix(4)), ids.count > 4 ? integer(ids.dropFirst(4)) : nil)
    }

    /// All changes in the log of a stream.
    static func changes(of stream: UInt32) -> KeyRange { .prefix(ownKey(changeKind, stream)) }

    /// The changes in a shard from one number on, up to but not including another.
    static func changes(
        of stream: UInt32,
        shard: UInt32,
        from first: SequenceNumber = SequenceNumber(value: 0),
        to end: SequenceNumber? = nil
    ) -> KeyRange {
        KeyRange(
            lower: change(first, shard: shard, of: stream),
            upper: end.map { change($0, shard: shard, of: stream) } ?? KeyRange.prefix(shardPrefix(shard, stream)).upper
        )
    }

    static func change(_ number: SequenceNumber, shard: UInt32, of stream: UInt32) -> [UInt8] {
        var key = shardPrefix(shard, stream)
        key.appendInteger(number.value)
        return key
    }

    /// The number of the change that has this key.
    static func sequenceNumber(of key: UnsafeRawBufferPointer) -> SequenceNumber {
        SequenceNumber(value: key.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    private static func shardPrefix(_ shard: UInt32, _ stream: UInt32) -> [UInt8] {
        var key = ownKey(changeKind, stream)
        key.reserveCapacity(key.count + 12)
        key.appendInteger(shard)
        return key
    }
}
