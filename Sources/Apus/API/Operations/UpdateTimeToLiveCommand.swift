// The operation UpdateTimeToLive. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Switches the expiry of items on or off. It can change about once an hour.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func updateTimeToLive(
        _ input: UpdateTimeToLiveInput
    ) async throws(CallError) -> UpdateTimeToLiveOutput {
        try await send(UpdateTimeToLiveCommand(input))
    }
}

/// UpdateTimeToLive as a value, to be sent by a client. Switches the expiry of items on or off. It can change about
/// once an hour.
public struct UpdateTimeToLiveCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateTimeToLive"
    /// What is asked.
    public let input: UpdateTimeToLiveInput

    /// A command of this input.
    public init(_ input: UpdateTimeToLiveInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateTimeToLiveOutput {
        try UpdateTimeToLiveOutput(decoding: body)
    }
}

/// What UpdateTimeToLive is asked.
public struct UpdateTimeToLiveInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// Whether items expire, and by which attribute.
    public var timeToLiveSpecification: TimeToLiveSpecification

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        timeToLiveSpecification: TimeToLiveSpecification
    ) {
        self.tableName = tableName
        self.timeToLiveSpecification = timeToLiveSpecification
    }
}

extension UpdateTimeToLiveInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("TimeToLiveSpecification", of: timeToLiveSpecification)
        }
    }
}

/// What UpdateTimeToLive answers.
public struct UpdateTimeToLiveOutput: Equatable, Sendable {
    /// Whether items expire, and by which attribute.
    public var timeToLiveSpecification: TimeToLiveSpecification?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        timeToLiveSpecification: TimeToLiveSpecification? = nil
    ) {
        self.timeToLiveSpecification = timeToLiveSpecification
    }
}

extension UpdateTimeToLiveOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateTimeToLiveOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TimeToLiveSpecification": timeToLiveSpecification = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
