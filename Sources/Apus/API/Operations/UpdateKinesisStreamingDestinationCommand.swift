// The operation UpdateKinesisStreamingDestination. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Changes how precise the times are that a table sends to a Kinesis stream.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/limitExceeded``, ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/resourceNotFound``.
    public func updateKinesisStreamingDestination(
        _ input: UpdateKinesisStreamingDestinationInput
    ) async throws(CallError) -> UpdateKinesisStreamingDestinationOutput {
        try await send(UpdateKinesisStreamingDestinationCommand(input))
    }
}

/// UpdateKinesisStreamingDestination as a value, to be sent by a client. Changes how precise the times are that a table
/// sends to a Kinesis stream.
public struct UpdateKinesisStreamingDestinationCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateKinesisStreamingDestination"
    /// What is asked.
    public let input: UpdateKinesisStreamingDestinationInput

    /// A command of this input.
    public init(_ input: UpdateKinesisStreamingDestinationInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateKinesisStreamingDestinationOutput {
        try UpdateKinesisStreamingDestinationOutput(decoding: body)
    }
}

/// What UpdateKinesisStreamingDestination is asked.
public struct UpdateKinesisStreamingDestinationInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The ARN of the Kinesis stream.
    public var streamArn: String
    /// The precision of the times in the stream.
    public var updateKinesisStreamingConfiguration: UpdateKinesisStreamingConfiguration?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        streamArn: String,
        updateKinesisStreamingConfiguration: UpdateKinesisStreamingConfiguration? = nil
    ) {
        self.tableName = tableName
        self.streamArn = streamArn
        self.updateKinesisStreamingConfiguration = updateKinesisStreamingConfiguration
    }
}

extension UpdateKinesisStreamingDestinationInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("StreamArn", of: streamArn)
            writer.member("UpdateKinesisStreamingConfiguration", of: updateKinesisStreamingConfiguration)
        }
    }
}

/// What UpdateKinesisStreamingDestination answers.
public struct UpdateKinesisStreamingDestinationOutput: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// The ARN of the Kinesis stream.
    public var streamArn: String?
    /// Whether changes are sent to the stream.
    public var destinationStatus: DestinationStatus?
    /// The precision of the times in the stream.
    public var updateKinesisStreamingConfiguration: UpdateKinesisStreamingConfiguration?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        streamArn: String? = nil,
        destinationStatus: DestinationStatus? = nil,
        updateKinesisStreamingConfiguration: UpdateKinesisStreamingConfiguration? = nil
    ) {
        self.tableName = tableName
        self.streamArn = streamArn
        self.destinationStatus = destinationStatus
        self.updateKinesisStreamingConfiguration = updateKinesisStreamingConfiguration
    }
}

extension UpdateKinesisStreamingDestinationOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateKinesisStreamingDestinationOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "StreamArn": streamArn = try reader.value()
            case "DestinationStatus": destinationStatus = try reader.value()
            case "UpdateKinesisStreamingConfiguration": updateKinesisStreamingConfiguration = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
