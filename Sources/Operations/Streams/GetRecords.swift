// GetRecords: reads the records of a shard from a place on.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusWire

enum GetRecords: Operation {
    static let name = OperationName.getRecords

    static func run(
        _ request: GetRecordsRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<GetRecordsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let iterator = try ShardIterator(request.shardIterator ?? "")
        let now = context.database.clock.now
        try iterator.requireAge(at: now)
        let stream = try context.stream(iterator.streamArn)
        guard let shard = stream.shard(number: iterator.shardNumber, at: now) else { throw .shardNotFound }
        let read = ShardRead(
            of: shard,
            in: stream,
            from: iterator.position,
            limit: request.limit ?? Limits.recordsPerPage.upperBound
        )
        context.database.readChanges(read, completingOn: context.executor) { changes in
            var writer = JSONWriter(reservingBytes: 4_096)
            writer.beginArray()
            let next = try changes.forEach { change throws(StorageError) in
                try writer.record(change, of: stream, shard: shard)
            }
            writer.endArray()
            return GetRecordsResponse(
                records: writer.bytes,
                nextShardIterator: next.map { iterator.moved(to: $0, at: now).text }
            )
        } completion: {
            answer($0)
        }
    }
}

extension ShardIterator {
    fileprivate func moved(to position: SequenceNumber, at now: Timestamp) -> ShardIterator {
        ShardIterator(streamArn: streamArn, shardNumber: shardNumber, position: position, issueTime: now)
    }
}
