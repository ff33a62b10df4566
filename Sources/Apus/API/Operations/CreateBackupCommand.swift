// The operation CreateBackup. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Makes a full backup of a table, which stays until it is deleted.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/tableNotFound``,
    ///   ``ErrorCode/tableInUse``, ``ErrorCode/continuousBackupsUnavailable``, ``ErrorCode/backupInUse``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func createBackup(
        _ input: CreateBackupInput
    ) async throws(CallError) -> CreateBackupOutput {
        try await send(CreateBackupCommand(input))
    }
}

/// CreateBackup as a value, to be sent by a client. Makes a full backup of a table, which stays until it is deleted.
public struct CreateBackupCommand: Command {
    /// The name of the operation.
    public static let operation = "CreateBackup"
    /// What is asked.
    public let input: CreateBackupInput

    /// A command of this input.
    public init(_ input: CreateBackupInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> CreateBackupOutput {
        try CreateBackupOutput(decoding: body)
    }
}

/// What CreateBackup is asked.
public struct CreateBackupInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The name of the backup, 3 to 255 characters. It need not be unique.
    public var backupName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        backupName: String
    ) {
        self.tableName = tableName
        self.backupName = backupName
    }
}

extension CreateBackupInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("BackupName", of: backupName)
        }
    }
}

/// What CreateBackup answers.
public struct CreateBackupOutput: Equatable, Sendable {
    /// The facts of the backup.
    public var backupDetails: BackupDetails?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupDetails: BackupDetails? = nil
    ) {
        self.backupDetails = backupDetails
    }
}

extension CreateBackupOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "CreateBackupOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BackupDetails": backupDetails = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
