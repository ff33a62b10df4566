// The operation DescribeKinesisStreamingDestination. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells to which Kinesis streams a table sends its changes.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeKinesisStreamingDestination(
        _ input: DescribeKinesisStreamingDestinationInput
    ) async throws(CallError) -> DescribeKinesisStreamingDestinationOutput {
        try await send(DescribeKinesisStreamingDestinationCommand(input))
    }
}

/// DescribeKinesisStreamingDestination as a value, to be sent by a client. Tells to which Kinesis streams a table sends
/// its changes.
public struct DescribeKinesisStreamingDestinationCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeKinesisStreamingDestination"
    /// What is asked.
    public let input: DescribeKinesisStreamingDestinationInput

    /// A command of this input.
    public init(_ input: DescribeKinesisStreamingDestinationInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeKinesisStreamingDestinationOutput {
        try DescribeKinesisStreamingDestinationOutput(decoding: body)
    }
}

/// What DescribeKinesisStreamingDestination is asked.
public struct DescribeKinesisStreamingDestinationInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String
    ) {
        self.tableName = tableName
    }
}

extension DescribeKinesisStreamingDestinationInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
        }
    }
}

/// What DescribeKinesisStreamingDestination answers.
public struct DescribeKinesisStreamingDestinationOutput: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// The streams that get the changes, with their states.
    public var kinesisDataStreamDestinations: [KinesisDataStreamDestination]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        kinesisDataStreamDestinations: [KinesisDataStreamDestination] = []
    ) {
        self.tableName = tableName
        self.kinesisDataStreamDestinations = kinesisDataStreamDestinations
    }
}

extension DescribeKinesisStreamingDestinationOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeKinesisStreamingDestinationOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "KinesisDataStreamDestinations": kinesisDataStreamDestinations = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}
