// The operation ListBackups. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Lists backups of the account, or of one table, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``.
    public func listBackups(
        _ input: ListBackupsInput = ListBackupsInput()
    ) async throws(CallError) -> ListBackupsOutput {
        try await send(ListBackupsCommand(input))
    }
}

/// ListBackups as a value, to be sent by a client. Lists backups of the account, or of one table, page by page.
public struct ListBackupsCommand: Command {
    /// The name of the operation.
    public static let operation = "ListBackups"
    /// What is asked.
    public let input: ListBackupsInput

    /// A command of this input.
    public init(_ input: ListBackupsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListBackupsOutput {
        try ListBackupsOutput(decoding: body)
    }
}

/// What ListBackups is asked.
public struct ListBackupsInput: Equatable, Sendable {
    /// The table whose backups to list, by name or ARN. Those of all tables when absent.
    public var tableName: String?
    /// The most backups to answer on one page, 1 to 100.
    public var limit: Int?
    /// Lists backups made at this time or later.
    public var timeRangeLowerBound: Date?
    /// Lists backups made before this time.
    public var timeRangeUpperBound: Date?
    /// Where to go on: `LastEvaluatedBackupArn` of the previous page. Absent for the first.
    public var exclusiveStartBackupArn: String?
    /// Which backups to list, by who made them; `USER` when absent.
    public var backupType: BackupTypeFilter?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        limit: Int? = nil,
        timeRangeLowerBound: Date? = nil,
        timeRangeUpperBound: Date? = nil,
        exclusiveStartBackupArn: String? = nil,
        backupType: BackupTypeFilter? = nil
    ) {
        self.tableName = tableName
        self.limit = limit
        self.timeRangeLowerBound = timeRangeLowerBound
        self.timeRangeUpperBound = timeRangeUpperBound
        self.exclusiveStartBackupArn = exclusiveStartBackupArn
        self.backupType = backupType
    }
}

extension ListBackupsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Limit", of: limit)
            writer.member("TimeRangeLowerBound", of: timeRangeLowerBound)
            writer.member("TimeRangeUpperBound", of: timeRangeUpperBound)
            writer.member("ExclusiveStartBackupArn", of: exclusiveStartBackupArn)
            writer.member("BackupType", of: backupType)
        }
    }
}

/// What ListBackups answers.
public struct ListBackupsOutput: Equatable, Sendable {
    /// A page of backups; each with its name, table, size and state.
    public var backupSummaries: [BackupSummary]
    /// Where the next page begins. Absent on the last page.
    public var lastEvaluatedBackupArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        backupSummaries: [BackupSummary] = [],
        lastEvaluatedBackupArn: String? = nil
    ) {
        self.backupSummaries = backupSummaries
        self.lastEvaluatedBackupArn = lastEvaluatedBackupArn
    }
}

extension ListBackupsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListBackupsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BackupSummaries": backupSummaries = try reader.value() ?? []
            case "LastEvaluatedBackupArn": lastEvaluatedBackupArn = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
