// The operation ListStreams. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists the streams of a table or of the whole account, up to 100 at a time.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func listStreams(
        _ input: ListStreamsInput = ListStreamsInput()
    ) async throws(CallError) -> ListStreamsOutput {
        try await send(ListStreamsCommand(input))
    }
}

/// ListStreams as a value, to be sent by a client. Lists the streams of a table or of the whole account, up to 100 at a
/// time.
public struct ListStreamsCommand: Command {
    /// The name of the operation.
    public static let operation = "ListStreams"
    /// The service that has the operation.
    public static let service = APIService.dynamoDBStreams
    /// What is asked.
    public let input: ListStreamsInput

    /// A command of this input.
    public init(_ input: ListStreamsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListStreamsOutput {
        try ListStreamsOutput(decoding: body)
    }
}

/// What ListStreams is asked.
public struct ListStreamsInput: Equatable, Sendable {
    /// The table whose streams to list; those of all tables when absent.
    public var tableName: String?
    /// How many streams to list at most, 1 to 100.
    public var limit: Int?
    /// The stream after which to begin: `LastEvaluatedStreamArn` of the answer before.
    public var exclusiveStartStreamArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        limit: Int? = nil,
        exclusiveStartStreamArn: String? = nil
    ) {
        self.tableName = tableName
        self.limit = limit
        self.exclusiveStartStreamArn = exclusiveStartStreamArn
    }
}

extension ListStreamsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Limit", of: limit)
            writer.member("ExclusiveStartStreamArn", of: exclusiveStartStreamArn)
        }
    }
}

/// What ListStreams answers.
public struct ListStreamsOutput: Equatable, Sendable {
    /// The streams, newer and older ones.
    public var streams: [StreamSummary]
    /// The stream after which the next answer begins. Absent in the last answer.
    public var lastEvaluatedStreamArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        streams: [StreamSummary] = [],
        lastEvaluatedStreamArn: String? = nil
    ) {
        self.streams = streams
        self.lastEvaluatedStreamArn = lastEvaluatedStreamArn
    }
}

extension ListStreamsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListStreamsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Streams": streams = try reader.value() ?? []
            case "LastEvaluatedStreamArn": lastEvaluatedStreamArn = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
