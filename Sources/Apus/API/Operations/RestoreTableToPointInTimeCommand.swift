// The operation RestoreTableToPointInTime. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Makes a new table that holds what a table held at one time, to the second.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/tableAlreadyExists``, ``ErrorCode/tableNotFound``, ``ErrorCode/tableInUse``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/invalidRestoreTime``, ``ErrorCode/pointInTimeRecoveryUnavailable``,
    ///   ``ErrorCode/internalServerError``.
    public func restoreTableToPointInTime(
        _ input: RestoreTableToPointInTimeInput
    ) async throws(CallError) -> RestoreTableToPointInTimeOutput {
        try await send(RestoreTableToPointInTimeCommand(input))
    }
}

/// RestoreTableToPointInTime as a value, to be sent by a client. Makes a new table that holds what a table held at one
/// time, to the second.
public struct RestoreTableToPointInTimeCommand: Command {
    /// The name of the operation.
    public static let operation = "RestoreTableToPointInTime"
    /// What is asked.
    public let input: RestoreTableToPointInTimeInput

    /// A command of this input.
    public init(_ input: RestoreTableToPointInTimeInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> RestoreTableToPointInTimeOutput {
        try RestoreTableToPointInTimeOutput(decoding: body)
    }
}

/// What RestoreTableToPointInTime is asked.
public struct RestoreTableToPointInTimeInput: Equatable, Sendable {
    /// The name of the new table. It must not be taken.
    public var targetTableName: String
    /// The table whose items are restored, in place of `SourceTableName`. It may be a deleted one.
    public var sourceTableArn: String?
    /// The name of the table whose items are restored, in place of `SourceTableArn`.
    public var sourceTableName: String?
    /// Whether to restore to the latest time there is, in place of `RestoreDateTime`.
    public var useLatestRestorableTime: Bool?
    /// The time whose items the new table gets, to the second. Not with `UseLatestRestorableTime`.
    public var restoreDateTime: Date?
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
        sourceTableArn: String? = nil,
        sourceTableName: String? = nil,
        useLatestRestorableTime: Bool? = nil,
        restoreDateTime: Date? = nil,
        billingModeOverride: BillingMode? = nil,
        globalSecondaryIndexOverride: [GlobalSecondaryIndex]? = nil,
        localSecondaryIndexOverride: [LocalSecondaryIndex]? = nil,
        provisionedThroughputOverride: ProvisionedThroughput? = nil,
        onDemandThroughputOverride: OnDemandThroughput? = nil,
        sseSpecificationOverride: SSESpecification? = nil,
        vectorIndexOverride: [VectorIndex]? = nil
    ) {
        self.targetTableName = targetTableName
        self.sourceTableArn = sourceTableArn
        self.sourceTableName = sourceTableName
        self.useLatestRestorableTime = useLatestRestorableTime
        self.restoreDateTime = restoreDateTime
        self.billingModeOverride = billingModeOverride
        self.globalSecondaryIndexOverride = globalSecondaryIndexOverride
        self.localSecondaryIndexOverride = localSecondaryIndexOverride
        self.provisionedThroughputOverride = provisionedThroughputOverride
        self.onDemandThroughputOverride = onDemandThroughputOverride
        self.sseSpecificationOverride = sseSpecificationOverride
        self.vectorIndexOverride = vectorIndexOverride
    }
}

extension RestoreTableToPointInTimeInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TargetTableName", of: targetTableName)
            writer.member("SourceTableArn", of: sourceTableArn)
            writer.member("SourceTableName", of: sourceTableName)
            writer.member("UseLatestRestorableTime", of: useLatestRestorableTime)
            writer.member("RestoreDateTime", of: restoreDateTime)
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

/// What RestoreTableToPointInTime answers.
public struct RestoreTableToPointInTimeOutput: Equatable, Sendable {
    /// The table as it stands.
    public var tableDescription: TableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableDescription: TableDescription? = nil
    ) {
        self.tableDescription = tableDescription
    }
}

extension RestoreTableToPointInTimeOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "RestoreTableToPointInTimeOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableDescription": tableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
