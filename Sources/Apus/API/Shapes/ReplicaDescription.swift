// The shape ReplicaDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// A replica of a global table as it stands.
public struct ReplicaDescription: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String?
    /// The state of the replica.
    public var replicaStatus: ReplicaStatus?
    /// The ARN of the replica.
    public var replicaArn: String?
    /// More about the state, in words.
    public var replicaStatusDescription: String?
    /// How far the making of the replica has come, as a percentage in text.
    public var replicaStatusPercentProgress: String?
    /// The replica's KMS key. Absent if the service's own key is used.
    public var kmsMasterKeyID: String?
    /// The replica's own read capacity; that of the table when absent.
    public var provisionedThroughputOverride: ProvisionedThroughputOverride?
    /// The replica's own most for reads on demand; that of the table when absent.
    public var onDemandThroughputOverride: OnDemandThroughputOverride?
    /// The load that the replica can take at once.
    public var warmThroughput: TableWarmThroughputDescription?
    /// The replica's indexes, with what they have different.
    public var globalSecondaryIndexes: [ReplicaGlobalSecondaryIndexDescription]?
    /// Since when the replica is out of reach. Absent while it is not.
    public var replicaInaccessibleDateTime: Date?
    /// The replica's table class.
    public var replicaTableClassSummary: TableClassSummary?
    /// Whether settings are carried over between the replicas.
    public var globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String? = nil,
        replicaStatus: ReplicaStatus? = nil,
        replicaArn: String? = nil,
        replicaStatusDescription: String? = nil,
        replicaStatusPercentProgress: String? = nil,
        kmsMasterKeyID: String? = nil,
        provisionedThroughputOverride: ProvisionedThroughputOverride? = nil,
        onDemandThroughputOverride: OnDemandThroughputOverride? = nil,
        warmThroughput: TableWarmThroughputDescription? = nil,
        globalSecondaryIndexes: [ReplicaGlobalSecondaryIndexDescription]? = nil,
        replicaInaccessibleDateTime: Date? = nil,
        replicaTableClassSummary: TableClassSummary? = nil,
        globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode? = nil
    ) {
        self.regionName = regionName
        self.replicaStatus = replicaStatus
        self.replicaArn = replicaArn
        self.replicaStatusDescription = replicaStatusDescription
        self.replicaStatusPercentProgress = replicaStatusPercentProgress
        self.kmsMasterKeyID = kmsMasterKeyID
        self.provisionedThroughputOverride = provisionedThroughputOverride
        self.onDemandThroughputOverride = onDemandThroughputOverride
        self.warmThroughput = warmThroughput
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.replicaInaccessibleDateTime = replicaInaccessibleDateTime
        self.replicaTableClassSummary = replicaTableClassSummary
        self.globalTableSettingsReplicationMode = globalTableSettingsReplicationMode
    }
}

extension ReplicaDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ReplicaDescription") { name, reader throws(ServiceError) in
            switch name {
            case "RegionName": regionName = try reader.value()
            case "ReplicaStatus": replicaStatus = try reader.value()
            case "ReplicaArn": replicaArn = try reader.value()
            case "ReplicaStatusDescription": replicaStatusDescription = try reader.value()
            case "ReplicaStatusPercentProgress": replicaStatusPercentProgress = try reader.value()
            case "KMSMasterKeyId": kmsMasterKeyID = try reader.value()
            case "ProvisionedThroughputOverride": provisionedThroughputOverride = try reader.value()
            case "OnDemandThroughputOverride": onDemandThroughputOverride = try reader.value()
            case "WarmThroughput": warmThroughput = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "ReplicaInaccessibleDateTime": replicaInaccessibleDateTime = try reader.value()
            case "ReplicaTableClassSummary": replicaTableClassSummary = try reader.value()
            case "GlobalTableSettingsReplicationMode": globalTableSettingsReplicationMode = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
