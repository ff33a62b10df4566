// The operation DeleteBackup. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Removes a backup that a user made.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/backupNotFound``,
    ///   ``ErrorCode/backupInUse``, ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func deleteBackup(
        _ input: DeleteBackupInput
    ) async throws(CallError) -> DeleteBackupOutput {
        try await send(DeleteBackupCommand(input))
    }
}

/// DeleteBackup as a value, to be sent by a client. Removes a backup that a user made.
public struct DeleteBackupCommand: Command {
    /// The name of the operation.
    public static let operation = "DeleteBackup"
    /// What is asked.
    public let input: DeleteBackupInput

    /// A command of this input.
    public init(_ input: DeleteBackupInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DeleteBackupOutput {
        try DeleteBackupOutput(decoding: body)
    }
}

/// What DeleteBackup is asked.
public struct DeleteBackupInput: Equatable, Sendable {
    /// The ARN of the backup.
    public var backupArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupArn: String
    ) {
        self.backupArn = backupArn
    }
}

extension DeleteBackupInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("BackupArn", of: backupArn)
        }
    }
}

/// What DeleteBackup answers.
public struct DeleteBackupOutput: Equatable, Sendable {
    /// The backup and the table it was taken from.
    public var backupDescription: BackupDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupDescription: BackupDescription? = nil
    ) {
        self.backupDescription = backupDescription
    }
}

extension DeleteBackupOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DeleteBackupOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BackupDescription": backupDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
