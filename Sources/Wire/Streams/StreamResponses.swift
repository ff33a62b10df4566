// The answers about streams and their records.

import ApusModel

/// A page of streams, and the last of them where more follow.
package struct ListStreamsResponse: WireResponse {
    package struct Stream: Sendable {
        package let arn: String
        package let tableName: String
        package let label: String

        package init(arn: String, tableName: String, label: String) {
            self.arn = arn
            self.tableName = tableName
            self.label = label
        }
    }

    package let streams: [Stream]
    package let lastEvaluatedStreamArn: String?

    package init(streams: [Stream], lastEvaluatedStreamArn: String?) {
        self.streams = streams
        self.lastEvaluatedStreamArn = lastEvaluatedStreamArn
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Streams")
            writer.array { writer in
                for stream in streams {
                    writer.object { writer in
                        writer.member("StreamArn", stream.arn)
                        writer.member("TableName", stream.tableName)
                        writer.member("StreamLabel", stream.label)
                    }
                }
            }
            if let lastEvaluatedStreamArn { writer.member("LastEvaluatedStreamArn", lastEvaluatedStreamArn) }
        }
    }
}

/// What a stream is, with a page of its shards.
package struct DescribeStreamResponse: WireResponse {
    package struct Shard: Sendable {
        package let id: String
        package let parentID: String?
        package let startingSequenceNumber: String
        /// Nil while the shard is open.
        package let endingSequenceNumber: String?

        package init(id: String, parentID: String?, startingSequenceNumber: String, endingSequenceNumber: String?) {
            self.id = id
            self.parentID = parentID
            self.startingSequenceNumber = startingSequenceNumber
            self.endingSequenceNumber = endingSequenceNumber
        }
    }

    package let stream: ListStreamsResponse.Stream
    package let status: String
    package let viewType: StreamViewType
    package let creationTime: Timestamp
    package let keySchema: [KeySchemaElement]
    package let shards: [Shard]
    package let lastEvaluatedShardID: String?

    package init(
        of stream: ListStreamsResponse.Stream,
        status: String,
        viewType: StreamViewType,
        creationTime: Timestamp,
        keySchema: [KeySchemaElement],
        shards: [Shard],
        lastEvaluatedShardID: String?
    ) {
        self.stream = stream
        self.status = status
        self.viewType = viewType
        self.creationTime = creationTime
        self.keySchema = keySchema
        self.shards = shards
        self.lastEvaluatedShardID = lastEvaluatedShardID
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("StreamDescription")
            writer.object { writer in
                writer.member("StreamArn", stream.arn)
                writer.member("StreamLabel", stream.label)
                writer.member("StreamStatus", status)
                writer.member("StreamViewType", viewType.rawValue)
                writer.member("CreationRequestDateTime", creationTime)
                writer.member("TableName", stream.tableName)
                writer.member("KeySchema", keySchema)
                writer.name("Shards")
                writer.array { writer in shards.forEach { $0.write(to: &writer) } }
                if let lastEvaluatedShardID { writer.member("LastEvaluatedShardId", lastEvaluatedShardID) }
            }
        }
    }
}

extension DescribeStreamResponse.Shard {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ShardId", id)
            writer.name("SequenceNumberRange")
            writer.object { writer in
                writer.member("StartingSequenceNumber", startingSequenceNumber)
                if let endingSequenceNumber { writer.member("EndingSequenceNumber", endingSequenceNumber) }
            }
            if let parentID { writer.member("ParentShardId", parentID) }
        }
    }
}

/// A place in a shard.
package struct GetShardIteratorResponse: WireResponse {
    package let shardIterator: String

    package init(shardIterator: String) {
        self.shardIterator = shardIterator
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in writer.member("ShardIterator", shardIterator) }
    }
}

/// Some records of a shard, and the place behind them.
package struct GetRecordsResponse: WireResponse {
    /// A JSON array.
    package let records: [UInt8]
    /// Nil where a closed shard has come to its end.
    package let nextShardIterator: String?

    package init(records: [UInt8], nextShardIterator: String?) {
        self.records = records
        self.nextShardIterator = nextShardIterator
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Records")
            writer.value(records)
            if let nextShardIterator { writer.member("NextShardIterator", nextShardIterator) }
        }
    }
}
