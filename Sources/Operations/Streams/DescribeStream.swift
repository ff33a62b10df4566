// DescribeStream: tells what a stream is and in which state, and its shards, a page at a time.

import ApusDatabase
import ApusModel
import ApusWire

enum DescribeStream: Operation {
    static let name = OperationName.describeStream

    static func run(
        _ request: DescribeStreamRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<DescribeStreamResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let parent = try request.shardFilter?.parentID()
        let stream = try context.stream(request.streamArn ?? "")
        context.database.currentState(of: stream, completingOn: context.executor) { result in
            answer(result.map { DescribeStreamResponse(of: $0, asked: request, childrenOf: parent, in: context) })
        }
    }
}

extension ShardFilter {
    /// The id of the shard whose children are wanted.
    fileprivate func parentID() throws(ServiceError) -> String {
        guard type != nil, let shardID else {
            throw .validation("ShardFilter must have both a Type and a ShardId")
        }
        return shardID
    }
}

extension DescribeStreamResponse {
    fileprivate init(
        of stream: Stream,
        asked request: DescribeStreamRequest,
        childrenOf parent: String?,
        in context: RequestContext
    ) {
        let now = context.database.clock.now
        let wanted = stream.shards(at: now).filter { shard in
            guard let parent else { return true }
            return shard.parent?.text.hasSameBytes(as: parent) ?? false
        }
        // Ids sort as shards were opened, so the last page may have ended at one that is gone by now.
        let rest = wanted.drop { shard in
            guard let start = request.exclusiveStartShardID else { return false }
            return !start.precedesInBytes(shard.id.text)
        }
        let page = rest.prefix(request.limit ?? Limits.streamsPerPage.upperBound)
        self.init(
            of: ListStreamsResponse.Stream(stream, in: context),
            status: stream.status(at: now).rawValue,
            viewType: stream.viewType,
            creationTime: stream.creationTime,
            keySchema: [KeySchemaElement](stream.keySchema),
            shards: page.map(Shard.init),
            lastEvaluatedShardID: page.count < rest.count ? page.last?.id.text : nil
        )
    }
}

extension DescribeStreamResponse.Shard {
    fileprivate init(_ shard: ApusDatabase.Shard) {
        self.init(
            id: shard.id.text,
            parentID: shard.parent?.text,
            startingSequenceNumber: shard.startingNumber.text,
            endingSequenceNumber: shard.endingNumber?.text
        )
    }
}
