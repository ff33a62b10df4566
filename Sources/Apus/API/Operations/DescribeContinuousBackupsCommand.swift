// The operation DescribeContinuousBackups. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells whether point-in-time recovery is on, and to which times the table can be restored.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/tableNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeContinuousBackups(
        _ input: DescribeContinuousBackupsInput
    ) async throws(CallError) -> DescribeContinuousBackupsOutput {
        try await send(DescribeContinuousBackupsCommand(input))
    }
}

/// DescribeContinuousBackups as a value, to be sent by a client. Tells whether point-in-time recovery is on, and to
/// which times the table can be restored.
public struct DescribeContinuousBackupsCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeContinuousBackups"
    /// What is asked.
    public let input: DescribeContinuousBackupsInput

    /// A command of this input.
    public init(_ input: DescribeContinuousBackupsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeContinuousBackupsOutput {
        try DescribeContinuousBackupsOutput(decoding: body)
    }
}

/// What DescribeContinuousBackups is asked.
public struct DescribeContinuousBackupsInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String
    ) {
        self.tableName = tableName
    }
}

extension DescribeContinuousBackupsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
        }
    }
}

/// What DescribeContinuousBackups answers.
public struct DescribeContinuousBackupsOutput: Equatable, Sendable {
    /// The state of continuous backups and point-in-time recovery.
    public var continuousBackupsDescription: ContinuousBackupsDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        continuousBackupsDescription: ContinuousBackupsDescription? = nil
    ) {
        self.continuousBackupsDescription = continuousBackupsDescription
    }
}

extension DescribeContinuousBackupsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeContinuousBackupsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ContinuousBackupsDescription": continuousBackupsDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
