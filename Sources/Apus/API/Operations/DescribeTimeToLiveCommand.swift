// The operation DescribeTimeToLive. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells whether items of the table expire, and by which attribute.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeTimeToLive(
        _ input: DescribeTimeToLiveInput
    ) async throws(CallError) -> DescribeTimeToLiveOutput {
        try await send(DescribeTimeToLiveCommand(input))
    }
}

/// DescribeTimeToLive as a value, to be sent by a client. Tells whether items of the table expire, and by which
/// attribute.
public struct DescribeTimeToLiveCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeTimeToLive"
    /// What is asked.
    public let input: DescribeTimeToLiveInput

    /// A command of this input.
    public init(_ input: DescribeTimeToLiveInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeTimeToLiveOutput {
        try DescribeTimeToLiveOutput(decoding: body)
    }
}

/// What DescribeTimeToLive is asked.
public struct DescribeTimeToLiveInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String
    ) {
        self.tableName = tableName
    }
}

extension DescribeTimeToLiveInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
        }
    }
}

/// What DescribeTimeToLive answers.
public struct DescribeTimeToLiveOutput: Equatable, Sendable {
    /// Whether items expire, and by which attribute.
    public var timeToLiveDescription: TimeToLiveDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        timeToLiveDescription: TimeToLiveDescription? = nil
    ) {
        self.timeToLiveDescription = timeToLiveDescription
    }
}

extension DescribeTimeToLiveOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeTimeToLiveOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TimeToLiveDescription": timeToLiveDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
