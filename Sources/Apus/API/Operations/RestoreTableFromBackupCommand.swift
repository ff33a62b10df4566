// The operation RestoreTableFromBackup. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Makes a new table out of a backup.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/tableAlreadyExists``, ``ErrorCode/tableInUse``, ``ErrorCode/backupNotFound``,
    ///   ``ErrorCode/backupInUse``, ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func restoreTableFromBackup(
        _ input: RestoreTableFromBackupInput
    ) async throws(CallError) -> RestoreTableFromBackupOutput {
        try await send(RestoreTableFromBackupCommand(input))
    }
}

/// RestoreTableFromBackup as a value, to be sent by a client. Makes a new table out of a backup.
public struct RestoreTableFromBackupCommand: Command {
    /// The name of the operation.
    public static let operation = "RestoreTableFromBackup"
    /// What is asked.
    public let input: RestoreTableFromBackupInput

    /// A command of this input.
    public init(_ input: RestoreTableFromBackupInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> RestoreTableFromBackupOutput {
        try RestoreTableFromBackupOutput(decoding: body)
    }
}

/// What RestoreTableFromBackup is asked.
public struct RestoreTableFromBackupInput: Equatable, Sendable {
    /// The name of the new table. It must not be taken.
    public var targetTableName: String
    /// The ARN of the backup to restore.
    public var backupArn: String
    /// How the new table's throughput is paid for; as the source's when absent.
    public var billingModeOverride: BillingMode?
    /// Which global indexes of the source to make; all when absent, none when empty.
    public var globalSecondaryIndexOverride: [GlobalSecondaryIndex]?
    /// Which local indexes of the source to make; all when absent, none when empty.
    public var localSecondaryIndexOverride: [LocalSecondaryIndex]?
    /// The new table's provisioned capacity; that of the source when absent.
    public var provisionedThroughputOverride: ProvisionedThroughput?
    /// The most the new table may use each second on demand; as the source when absent.
    public var onDemandThroughputOverride: OnDemandThroughput?
    /// How the new table is to be encrypted; as the source when absent.
    public var sseSpecificationOverride: SSESpecification?
    /// Which vector indexes of the source to make.
    public var vectorIndexOverride: [VectorIndex]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        targetTableName: String,
        backupArn: String,
        billingModeOverride: BillingMode? = nil,
        globalSecondaryIndexOverride: [GlobalSecondaryIndex]? = nil,
        localSecondaryIndexOverride: [LocalSecondaryIndex]? = nil,
        provisionedThroughputOverride: ProvisionedThroughput? = nil,
        onDemandThroughputOverride: OnDemandThroughput? = nil,
        sseSpecificationOverride: SSESpecification? = nil,
        vectorIndexOverride: [VectorIndex]? = nil
    ) {
        self.targetTableName = targetTableName
        self.backupArn = backupArn
        self.billingModeOverride = billingModeOverride
        self.globalSecondaryIndexOverride = globalSecondaryIndexOverride
        self.localSecondaryIndexOverride = localSecondaryIndexOverride
        self.provisionedThroughputOverride = provisionedThroughputOverride
        self.onDemandThroughputOverride = onDemandThroughputOverride
        self.sseSpecificationOverride = sseSpecificationOverride
        self.vectorIndexOverride = vectorIndexOverride
    }
}

extension RestoreTableFromBackupInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TargetTableName", of: targetTableName)
            writer.member("BackupArn", of: backupArn)
            writer.member("BillingModeOverride", of: billingModeOverride)
            writer.member("GlobalSecondaryIndexOverride", of: globalSecondaryIndexOverride)
            writer.member("LocalSecondaryIndexOverride", of: localSecondaryIndexOverride)
            writer.member("ProvisionedThroughputOverride", of: provisionedThroughputOverride)
            writer.member("OnDemandThroughputOverride", of: onDemandThroughputOverride)
            writer.member("SSESpecificationOverride", of: sseSpecificationOverride)
            writer.member("VectorIndexOverride", of: vectorIndexOverride)
        }
    }
}

/// What RestoreTableFromBackup answers.
public struct RestoreTableFromBackupOutput: Equatable, Sendable {
    /// The table as it stands.
    public var tableDescription: TableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableDescription: TableDescription? = nil
    ) {
        self.tableDescription = tableDescription
    }
}

extension RestoreTableFromBackupOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "RestoreTableFromBackupOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableDescription": tableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
