// The operation GetShardIterator. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Makes an iterator: a place in a shard, from which to read for 15 minutes.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/trimmedDataAccess``.
    public func getShardIterator(
        _ input: GetShardIteratorInput
    ) async throws(CallError) -> GetShardIteratorOutput {
        try await send(GetShardIteratorCommand(input))
    }
}

/// GetShardIterator as a value, to be sent by a client. Makes an iterator: a place in a shard, from which to read for
/// 15 minutes.
public struct GetShardIteratorCommand: Command {
    /// The name of the operation.
    public static let operation = "GetShardIterator"
    /// The service that has the operation.
    public static let service = APIService.dynamoDBStreams
    /// What is asked.
    public let input: GetShardIteratorInput

    /// A command of this input.
    public init(_ input: GetShardIteratorInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> GetShardIteratorOutput {
        try GetShardIteratorOutput(decoding: body)
    }
}

/// What GetShardIterator is asked.
public struct GetShardIteratorInput: Equatable, Sendable {
    /// The ARN of the stream.
    public var streamArn: String
    /// The name of the shard.
    public var shardID: String
    /// Where in the shard to begin.
    public var shardIteratorType: ShardIteratorType
    /// The record at which to begin, or after which, where the type says so.
    public var sequenceNumber: String?
    /// The time from which to read, where the type is `AT_TIMESTAMP`.
    public var timestamp: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        streamArn: String,
        shardID: String,
        shardIteratorType: ShardIteratorType,
        sequenceNumber: String? = nil,
        timestamp: Date? = nil
    ) {
        self.streamArn = streamArn
        self.shardID = shardID
        self.shardIteratorType = shardIteratorType
        self.sequenceNumber = sequenceNumber
        self.timestamp = timestamp
    }
}

extension GetShardIteratorInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("StreamArn", of: streamArn)
            writer.member("ShardId", of: shardID)
            writer.member("ShardIteratorType", of: shardIteratorType)
            writer.member("SequenceNumber", of: sequenceNumber)
            writer.member("Timestamp", of: timestamp)
        }
    }
}

/// What GetShardIterator answers.
public struct GetShardIteratorOutput: Equatable, Sendable {
    /// A place in a shard, good for 15 minutes.
    public var shardIterator: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        shardIterator: String? = nil
    ) {
        self.shardIterator = shardIterator
    }
}

extension GetShardIteratorOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GetShardIteratorOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ShardIterator": shardIterator = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
