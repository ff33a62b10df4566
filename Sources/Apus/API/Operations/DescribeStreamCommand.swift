// The operation DescribeStream. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells the state of a stream and its shards, up to 100 at a time.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeStream(
        _ input: DescribeStreamInput
    ) async throws(CallError) -> DescribeStreamOutput {
        try await send(DescribeStreamCommand(input))
    }
}

/// DescribeStream as a value, to be sent by a client. Tells the state of a stream and its shards, up to 100 at a time.
public struct DescribeStreamCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeStream"
    /// The service that has the operation.
    public static let service = APIService.dynamoDBStreams
    /// What is asked.
    public let input: DescribeStreamInput

    /// A command of this input.
    public init(_ input: DescribeStreamInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeStreamOutput {
        try DescribeStreamOutput(decoding: body)
    }
}

/// What DescribeStream is asked.
public struct DescribeStreamInput: Equatable, Sendable {
    /// The ARN of the stream.
    public var streamArn: String
    /// How many shards to tell of at most, 1 to 100.
    public var limit: Int?
    /// The shard after which to begin: `LastEvaluatedShardId` of the answer before.
    public var exclusiveStartShardID: String?
    /// Which shards to tell of; all of them when absent.
    public var shardFilter: ShardFilter?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        streamArn: String,
        limit: Int? = nil,
        exclusiveStartShardID: String? = nil,
        shardFilter: ShardFilter? = nil
    ) {
        self.streamArn = streamArn
        self.limit = limit
        self.exclusiveStartShardID = exclusiveStartShardID
        self.shardFilter = shardFilter
    }
}

extension DescribeStreamInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("StreamArn", of: streamArn)
            writer.member("Limit", of: limit)
            writer.member("ExclusiveStartShardId", of: exclusiveStartShardID)
            writer.member("ShardFilter", of: shardFilter)
        }
    }
}

/// What DescribeStream answers.
public struct DescribeStreamOutput: Equatable, Sendable {
    /// The state of the stream, and its shards or some of them.
    public var streamDescription: StreamDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        streamDescription: StreamDescription? = nil
    ) {
        self.streamDescription = streamDescription
    }
}

extension DescribeStreamOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeStreamOutput") { name, reader throws(ServiceError) in
            switch name {
            case "StreamDescription": streamDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
