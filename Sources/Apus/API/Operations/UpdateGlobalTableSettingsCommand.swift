// The operation UpdateGlobalTableSettings. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Changes the settings of a global table of version 2017.11.29.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/globalTableNotFound``, ``ErrorCode/replicaNotFound``, ``ErrorCode/indexNotFound``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/resourceInUse``, ``ErrorCode/internalServerError``.
    public func updateGlobalTableSettings(
        _ input: UpdateGlobalTableSettingsInput
    ) async throws(CallError) -> UpdateGlobalTableSettingsOutput {
        try await send(UpdateGlobalTableSettingsCommand(input))
    }
}

/// UpdateGlobalTableSettings as a value, to be sent by a client. Changes the settings of a global table of version
/// 2017.11.29.
public struct UpdateGlobalTableSettingsCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateGlobalTableSettings"
    /// What is asked.
    public let input: UpdateGlobalTableSettingsInput

    /// A command of this input.
    public init(_ input: UpdateGlobalTableSettingsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateGlobalTableSettingsOutput {
        try UpdateGlobalTableSettingsOutput(decoding: body)
    }
}

/// What UpdateGlobalTableSettings is asked.
public struct UpdateGlobalTableSettingsInput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String
    /// How throughput is paid for in all regions; unchanged when absent.
    public var globalTableBillingMode: BillingMode?
    /// New write units each second in all regions, at least 1.
    public var globalTableProvisionedWriteCapacityUnits: Int?
    /// New auto scaling of write capacity in all regions.
    public var globalTableProvisionedWriteCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate?
    /// New write capacity of indexes in all regions, 1 to 20 of them.
    public var globalTableGlobalSecondaryIndexSettingsUpdate: [GlobalTableGlobalSecondaryIndexSettingsUpdate]?
    /// New settings of single replicas, 1 to 50 of them.
    public var replicaSettingsUpdate: [ReplicaSettingsUpdate]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String,
        globalTableBillingMode: BillingMode? = nil,
        globalTableProvisionedWriteCapacityUnits: Int? = nil,
        globalTableProvisionedWriteCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate? = nil,
        globalTableGlobalSecondaryIndexSettingsUpdate: [GlobalTableGlobalSecondaryIndexSettingsUpdate]? = nil,
        replicaSettingsUpdate: [ReplicaSettingsUpdate]? = nil
    ) {
        self.globalTableName = globalTableName
        self.globalTableBillingMode = globalTableBillingMode
        self.globalTableProvisionedWriteCapacityUnits = globalTableProvisionedWriteCapacityUnits
        self.globalTableProvisionedWriteCapacityAutoScalingSettingsUpdate =
            globalTableProvisionedWriteCapacityAutoScalingSettingsUpdate
        self.globalTableGlobalSecondaryIndexSettingsUpdate = globalTableGlobalSecondaryIndexSettingsUpdate
        self.replicaSettingsUpdate = replicaSettingsUpdate
    }
}

extension UpdateGlobalTableSettingsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("GlobalTableName", of: globalTableName)
            writer.member("GlobalTableBillingMode", of: globalTableBillingMode)
            writer.member("GlobalTableProvisionedWriteCapacityUnits", of: globalTableProvisionedWriteCapacityUnits)
            writer.member(
                "GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate",
                of: globalTableProvisionedWriteCapacityAutoScalingSettingsUpdate
            )
            writer.member(
                "GlobalTableGlobalSecondaryIndexSettingsUpdate",
                of: globalTableGlobalSecondaryIndexSettingsUpdate
            )
            writer.member("ReplicaSettingsUpdate", of: replicaSettingsUpdate)
        }
    }
}

/// What UpdateGlobalTableSettings answers.
public struct UpdateGlobalTableSettingsOutput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String?
    /// The settings of each replica.
    public var replicaSettings: [ReplicaSettingsDescription]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String? = nil,
        replicaSettings: [ReplicaSettingsDescription] = []
    ) {
        self.globalTableName = globalTableName
        self.replicaSettings = replicaSettings
    }
}

extension UpdateGlobalTableSettingsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateGlobalTableSettingsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTableName": globalTableName = try reader.value()
            case "ReplicaSettings": replicaSettings = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}
