// The operation EnableKinesisStreamingDestination. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Starts sending the changes of a table to a Kinesis stream.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/limitExceeded``, ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/resourceNotFound``.
    public func enableKinesisStreamingDestination(
        _ input: EnableKinesisStreamingDestinationInput
    ) async throws(CallError) -> EnableKinesisStreamingDestinationOutput {
        try await send(EnableKinesisStreamingDestinationCommand(input))
    }
}

/// EnableKinesisStreamingDestination as a value, to be sent by a client. Starts sending the changes of a table to a
/// Kinesis stream.
public struct EnableKinesisStreamingDestinationCommand: Command {
    /// The name of the operation.
    public static let operation = "EnableKinesisStreamingDestination"
    /// What is asked.
    public let input: EnableKinesisStreamingDestinationInput

    /// A command of this input.
    public init(_ input: EnableKinesisStreamingDestinationInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> EnableKinesisStreamingDestinationOutput {
        try EnableKinesisStreamingDestinationOutput(decoding: body)
    }
}

/// What EnableKinesisStreamingDestination is asked.
public struct EnableKinesisStreamingDestinationInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The ARN of the Kinesis stream.
    public var streamArn: String
    /// The precision of the times in the stream.
    public var enableKinesisStreamingConfiguration: EnableKinesisStreamingConfiguration?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        streamArn: String,
        enableKinesisStreamingConfiguration: EnableKinesisStreamingConfiguration? = nil
    ) {
        self.tableName = tableName
        self.streamArn = streamArn
        self.enableKinesisStreamingConfiguration = enableKinesisStreamingConfiguration
    }
}

extension EnableKinesisStreamingDestinationInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("StreamArn", of: streamArn)
            writer.member("EnableKinesisStreamingConfiguration", of: enableKinesisStreamingConfiguration)
        }
    }
}

/// What EnableKinesisStreamingDestination answers.
public struct EnableKinesisStreamingDestinationOutput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String?
    /// The ARN of the Kinesis stream.
    public var streamArn: String?
    /// Whether changes are sent to the stream.
    public var destinationStatus: DestinationStatus?
    /// The precision of the times in the stream.
    public var enableKinesisStreamingConfiguration: EnableKinesisStreamingConfiguration?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        streamArn: String? = nil,
        destinationStatus: DestinationStatus? = nil,
        enableKinesisStreamingConfiguration: EnableKinesisStreamingConfiguration? = nil
    ) {
        self.tableName = tableName
        self.streamArn = streamArn
        self.destinationStatus = destinationStatus
        self.enableKinesisStreamingConfiguration = enableKinesisStreamingConfiguration
    }
}

extension EnableKinesisStreamingDestinationOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "EnableKinesisStreamingDestinationOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "StreamArn": streamArn = try reader.value()
            case "DestinationStatus": destinationStatus = try reader.value()
            case "EnableKinesisStreamingConfiguration": enableKinesisStreamingConfiguration = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
