// The operation DescribeBackup. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells about one backup and about the table it was taken from.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/backupNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeBackup(
        _ input: DescribeBackupInput
    ) async throws(CallError) -> DescribeBackupOutput {
        try await send(DescribeBackupCommand(input))
    }
}

/// DescribeBackup as a value, to be sent by a client. Tells about one backup and about the table it was taken from.
public struct DescribeBackupCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeBackup"
    /// What is asked.
    public let input: DescribeBackupInput

    /// A command of this input.
    public init(_ input: DescribeBackupInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeBackupOutput {
        try DescribeBackupOutput(decoding: body)
    }
}

/// What DescribeBackup is asked.
public struct DescribeBackupInput: Equatable, Sendable {
    /// The ARN of the backup.
    public var backupArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupArn: String
    ) {
        self.backupArn = backupArn
    }
}

extension DescribeBackupInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("BackupArn", of: backupArn)
        }
    }
}

/// What DescribeBackup answers.
public struct DescribeBackupOutput: Equatable, Sendable {
    /// The backup and the table it was taken from.
    public var backupDescription: BackupDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupDescription: BackupDescription? = nil
    ) {
        self.backupDescription = backupDescription
    }
}

extension DescribeBackupOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeBackupOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BackupDescription": backupDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
