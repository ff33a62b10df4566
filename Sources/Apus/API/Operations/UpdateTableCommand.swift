// The operation UpdateTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Changes a table's capacity, indexes, stream, replicas or other settings. Most changes must come alone.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func updateTable(
        _ input: UpdateTableInput
    ) async throws(CallError) -> UpdateTableOutput {
        try await send(UpdateTableCommand(input))
    }
}

/// UpdateTable as a value, to be sent by a client. Changes a table's capacity, indexes, stream, replicas or other
/// settings. Most changes must come alone.
public struct UpdateTableCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateTable"
    /// What is asked.
    public let input: UpdateTableInput

    /// A command of this input.
    public init(_ input: UpdateTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateTableOutput {
        try UpdateTableOutput(decoding: body)
    }
}

/// What UpdateTable is asked.
public struct UpdateTableInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The type of each key attribute of an index to be added. Not needed otherwise.
    public var attributeDefinitions: [AttributeDefinition]?
    /// How throughput is paid for from now on; unchanged when absent.
    public var billingMode: BillingMode?
    /// The new capacity each second; unchanged when absent.
    public var provisionedThroughput: ProvisionedThroughput?
    /// Global indexes to add, change or delete. Only one can be added or deleted at a time.
    public var globalSecondaryIndexUpdates: [GlobalSecondaryIndexUpdate]?
    /// A stream to switch on or off; unchanged when absent.
    public var streamSpecification: StreamSpecification?
    /// How the table is to be encrypted from now on; unchanged when absent.
    public var sseSpecification: SSESpecification?
    /// Replicas to add, change or remove. It must be the only change, or come with the strong mode and its witness.
    public var replicaUpdates: [ReplicationGroupUpdate]?
    /// The new table class; unchanged when absent.
    public var tableClass: TableClass?
    /// Whether `DeleteTable` is refused; unchanged when absent.
    public var deletionProtectionEnabled: Bool?
    /// What reads see of writes in other regions; `EVENTUAL` when absent. `STRONG` needs an empty table.
    public var multiRegionConsistency: MultiRegionConsistency?
    /// The witness to add or remove, together with replicas. Only under strong consistency, and only one.
    public var globalTableWitnessUpdates: [GlobalTableWitnessGroupUpdate]?
    /// The most to use each second, for on demand only; unchanged when absent.
    public var onDemandThroughput: OnDemandThroughput?
    /// The load the table is to be ready for, higher than now; unchanged when absent.
    public var warmThroughput: WarmThroughput?
    /// Whether settings are carried over between the replicas; unchanged when absent.
    public var globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode?
    /// Whether the table may not be detached from its global table; unchanged when absent.
    public var disassociationProtectionEnabled: Bool?
    /// Vector indexes to add or delete.
    public var vectorIndexUpdates: [VectorIndexUpdate]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        attributeDefinitions: [AttributeDefinition]? = nil,
        billingMode: BillingMode? = nil,
        provisionedThroughput: ProvisionedThroughput? = nil,
        globalSecondaryIndexUpdates: [GlobalSecondaryIndexUpdate]? = nil,
        streamSpecification: StreamSpecification? = nil,
        sseSpecification: SSESpecification? = nil,
        replicaUpdates: [ReplicationGroupUpdate]? = nil,
        tableClass: TableClass? = nil,
        deletionProtectionEnabled: Bool? = nil,
        multiRegionConsistency: MultiRegionConsistency? = nil,
        globalTableWitnessUpdates: [GlobalTableWitnessGroupUpdate]? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        warmThroughput: WarmThroughput? = nil,
        globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode? = nil,
        disassociationProtectionEnabled: Bool? = nil,
        vectorIndexUpdates: [VectorIndexUpdate]? = nil
    ) {
        self.tableName = tableName
        self.attributeDefinitions = attributeDefinitions
        self.billingMode = billingMode
        self.provisionedThroughput = provisionedThroughput
        self.globalSecondaryIndexUpdates = globalSecondaryIndexUpdates
        self.streamSpecification = streamSpecification
        self.sseSpecification = sseSpecification
        self.replicaUpdates = replicaUpdates
        self.tableClass = tableClass
        self.deletionProtectionEnabled = deletionProtectionEnabled
        self.multiRegionConsistency = multiRegionConsistency
        self.globalTableWitnessUpdates = globalTableWitnessUpdates
        self.onDemandThroughput = onDemandThroughput
        self.warmThroughput = warmThroughput
        self.globalTableSettingsReplicationMode = globalTableSettingsReplicationMode
        self.disassociationProtectionEnabled = disassociationProtectionEnabled
        self.vectorIndexUpdates = vectorIndexUpdates
    }
}

extension UpdateTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("AttributeDefinitions", of: attributeDefinitions)
            writer.member("BillingMode", of: billingMode)
            writer.member("ProvisionedThroughput", of: provisionedThroughput)
            writer.member("GlobalSecondaryIndexUpdates", of: globalSecondaryIndexUpdates)
            writer.member("StreamSpecification", of: streamSpecification)
            writer.member("SSESpecification", of: sseSpecification)
            writer.member("ReplicaUpdates", of: replicaUpdates)
            writer.member("TableClass", of: tableClass)
            writer.member("DeletionProtectionEnabled", of: deletionProtectionEnabled)
            writer.member("MultiRegionConsistency", of: multiRegionConsistency)
            writer.member("GlobalTableWitnessUpdates", of: globalTableWitnessUpdates)
            writer.member("OnDemandThroughput", of: onDemandThroughput)
            writer.member("WarmThroughput", of: warmThroughput)
            writer.member("GlobalTableSettingsReplicationMode", of: globalTableSettingsReplicationMode)
            writer.member("DisassociationProtectionEnabled", of: disassociationProtectionEnabled)
            writer.member("VectorIndexUpdates", of: vectorIndexUpdates)
        }
    }
}

/// What UpdateTable answers.
public struct UpdateTableOutput: Equatable, Sendable {
    /// The table as it stands.
    public var tableDescription: TableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableDescription: TableDescription? = nil
    ) {
        self.tableDescription = tableDescription
    }
}

extension UpdateTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableDescription": tableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
