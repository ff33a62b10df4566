// The operation UpdateContinuousBackups. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Switches point-in-time recovery on or off, or changes how far back it goes.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/tableNotFound``,
    ///   ``ErrorCode/continuousBackupsUnavailable``, ``ErrorCode/internalServerError``.
    public func updateContinuousBackups(
        _ input: UpdateContinuousBackupsInput
    ) async throws(CallError) -> UpdateContinuousBackupsOutput {
        try await send(UpdateContinuousBackupsCommand(input))
    }
}

/// UpdateContinuousBackups as a value, to be sent by a client. Switches point-in-time recovery on or off, or changes
/// how far back it goes.
public struct UpdateContinuousBackupsCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateContinuousBackups"
    /// What is asked.
    public let input: UpdateContinuousBackupsInput

    /// A command of this input.
    public init(_ input: UpdateContinuousBackupsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateContinuousBackupsOutput {
        try UpdateContinuousBackupsOutput(decoding: body)
    }
}

/// What UpdateContinuousBackups is asked.
public struct UpdateContinuousBackupsInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// Whether recovery is to be on, and how far back it goes.
    public var pointInTimeRecoverySpecification: PointInTimeRecoverySpecification

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        pointInTimeRecoverySpecification: PointInTimeRecoverySpecification
    ) {
        self.tableName = tableName
        self.pointInTimeRecoverySpecification = pointInTimeRecoverySpecification
    }
}

extension UpdateContinuousBackupsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("PointInTimeRecoverySpecification", of: pointInTimeRecoverySpecification)
        }
    }
}

/// What UpdateContinuousBackups answers.
public struct UpdateContinuousBackupsOutput: Equatable, Sendable {
    /// The state of continuous backups and point-in-time recovery.
    public var continuousBackupsDescription: ContinuousBackupsDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        continuousBackupsDescription: ContinuousBackupsDescription? = nil
    ) {
        self.continuousBackupsDescription = continuousBackupsDescription
    }
}

extension UpdateContinuousBackupsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateContinuousBackupsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ContinuousBackupsDescription": continuousBackupsDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
