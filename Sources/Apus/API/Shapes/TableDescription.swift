// The shape TableDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// A table as it stands, with its state, keys, indexes and settings.
public struct TableDescription: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// The type of each attribute that serves in a key of the table or of an index.
    public var attributeDefinitions: [AttributeDefinition]?
    /// The key's attributes: the partition key, and if there is one the sort key.
    public var keySchema: [KeySchemaElement]?
    /// The state of the table.
    public var tableStatus: TableStatus?
    /// When the table was made.
    public var creationDateTime: Date?
    /// The provisioned capacity. Units are 0 on demand.
    public var provisionedThroughput: ProvisionedThroughputDescription?
    /// The size of the table in bytes. It is counted anew about every six hours.
    public var tableSizeBytes: Int?
    /// How many items there are. It is counted anew about every six hours.
    public var itemCount: Int?
    /// The ARN of the table.
    public var tableArn: String?
    /// An id that tells the table from any other that had or will have its name.
    public var tableID: String?
    /// How throughput is paid for. Absent if the table was provisioned from the start.
    public var billingModeSummary: BillingModeSummary?
    /// The local secondary indexes as they stand. Absent if there are none.
    public var localSecondaryIndexes: [LocalSecondaryIndexDescription]?
    /// The global secondary indexes as they stand. Absent if there are none.
    public var globalSecondaryIndexes: [GlobalSecondaryIndexDescription]?
    /// What the stream records. Absent while the table has none.
    public var streamSpecification: StreamSpecification?
    /// The time at which the newest stream was made, as text; the end of its ARN.
    public var latestStreamLabel: String?
    /// The ARN of the newest stream. It stays after the stream is switched off.
    public var latestStreamArn: String?
    /// The version of global tables, as `2019.11.21`. Absent for an ordinary table.
    public var globalTableVersion: String?
    /// The replicas in other regions. Absent for an ordinary table.
    public var replicas: [ReplicaDescription]?
    /// The witness of the global table. Absent if there is none.
    public var globalTableWitnesses: [GlobalTableWitnessDescription]?
    /// Whether settings are carried over between the replicas.
    public var globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode?
    /// From what the table is being restored. Absent once that is done.
    public var restoreSummary: RestoreSummary?
    /// How the table is encrypted. Absent when the service's own key is used.
    public var sseDescription: SSEDescription?
    /// Where the table's items went. Absent unless it is put away.
    public var archivalSummary: ArchivalSummary?
    /// The table class. Absent if it was never set.
    public var tableClassSummary: TableClassSummary?
    /// Whether `DeleteTable` is refused.
    public var deletionProtectionEnabled: Bool?
    /// Whether the table may not be detached from its global table.
    public var disassociationProtectionEnabled: Bool?
    /// The most the table may use each second. Absent if no bound is set.
    public var onDemandThroughput: OnDemandThroughput?
    /// The load that the table can take at once.
    public var warmThroughput: TableWarmThroughputDescription?
    /// What reads see of writes in other regions. Absent unless it is `STRONG`.
    public var multiRegionConsistency: MultiRegionConsistency?
    /// The vector indexes as they stand. Absent if there are none.
    public var vectorIndexes: [VectorIndexDescription]?

    /// One without a value for any member.
    public init() {}
}

extension TableDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TableDescription") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "AttributeDefinitions": attributeDefinitions = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "TableStatus": tableStatus = try reader.value()
            case "CreationDateTime": creationDateTime = try reader.value()
            case "ProvisionedThroughput": provisionedThroughput = try reader.value()
            case "TableSizeBytes": tableSizeBytes = try reader.value()
            case "ItemCount": itemCount = try reader.value()
            case "TableArn": tableArn = try reader.value()
            case "TableId": tableID = try reader.value()
            case "BillingModeSummary": billingModeSummary = try reader.value()
            case "LocalSecondaryIndexes": localSecondaryIndexes = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "StreamSpecification": streamSpecification = try reader.value()
            case "LatestStreamLabel": latestStreamLabel = try reader.value()
            case "LatestStreamArn": latestStreamArn = try reader.value()
            case "GlobalTableVersion": globalTableVersion = try reader.value()
            case "Replicas": replicas = try reader.value()
            case "GlobalTableWitnesses": globalTableWitnesses = try reader.value()
            case "GlobalTableSettingsReplicationMode": globalTableSettingsReplicationMode = try reader.value()
            case "RestoreSummary": restoreSummary = try reader.value()
            case "SSEDescription": sseDescription = try reader.value()
            case "ArchivalSummary": archivalSummary = try reader.value()
            case "TableClassSummary": tableClassSummary = try reader.value()
            case "DeletionProtectionEnabled": deletionProtectionEnabled = try reader.value()
            case "DisassociationProtectionEnabled": disassociationProtectionEnabled = try reader.value()
            case "OnDemandThroughput": onDemandThroughput = try reader.value()
            case "WarmThroughput": warmThroughput = try reader.value()
            case "MultiRegionConsistency": multiRegionConsistency = try reader.value()
            case "VectorIndexes": vectorIndexes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
