// The operation GetRecords. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads records of a shard, up to 1,000 or 1 MB. A closed shard that is read to its end has no next iterator.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/expiredIterator``,
    ///   ``ErrorCode/trimmedDataAccess``.
    public func getRecords(
        _ input: GetRecordsInput
    ) async throws(CallError) -> GetRecordsOutput {
        try await send(GetRecordsCommand(input))
    }
}

/// GetRecords as a value, to be sent by a client. Reads records of a shard, up to 1,000 or 1 MB. A closed shard that is
/// read to its end has no next iterator.
public struct GetRecordsCommand: Command {
    /// The name of the operation.
    public static let operation = "GetRecords"
    /// The service that has the operation.
    public static let service = APIService.dynamoDBStreams
    /// What is asked.
    public let input: GetRecordsInput

    /// A command of this input.
    public init(_ input: GetRecordsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> GetRecordsOutput {
        try GetRecordsOutput(decoding: body)
    }
}

/// What GetRecords is asked.
public struct GetRecordsInput: Equatable, Sendable {
    /// A place in a shard, good for 15 minutes.
    public var shardIterator: String
    /// How many records to read at most, 1 to 1,000.
    public var limit: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        shardIterator: String,
        limit: Int? = nil
    ) {
        self.shardIterator = shardIterator
        self.limit = limit
    }
}

extension GetRecordsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ShardIterator", of: shardIterator)
            writer.member("Limit", of: limit)
        }
    }
}

/// What GetRecords answers.
public struct GetRecordsOutput: Equatable, Sendable {
    /// The records, in the order in which they were made. None may be there yet.
    public var records: [Record]
    /// From where to go on. Absent once a closed shard has been read to its end.
    public var nextShardIterator: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        records: [Record] = [],
        nextShardIterator: String? = nil
    ) {
        self.records = records
        self.nextShardIterator = nextShardIterator
    }
}

extension GetRecordsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GetRecordsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Records": records = try reader.value() ?? []
            case "NextShardIterator": nextShardIterator = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
