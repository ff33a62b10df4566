// The shape ReplicaSettingsDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The settings of one replica of a global table of version 2017.11.29.
public struct ReplicaSettingsDescription: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String
    /// The state of the replica.
    public var replicaStatus: ReplicaStatus?
    /// How the replica's throughput is paid for.
    public var replicaBillingModeSummary: BillingModeSummary?
    /// The replica's read units each second.
    public var replicaProvisionedReadCapacityUnits: Int?
    /// The auto scaling of the replica's read capacity.
    public var replicaProvisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription?
    /// The replica's write units each second.
    public var replicaProvisionedWriteCapacityUnits: Int?
    /// The auto scaling of the replica's write capacity.
    public var replicaProvisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription?
    /// The capacity of the replica's indexes.
    public var replicaGlobalSecondaryIndexSettings: [ReplicaGlobalSecondaryIndexSettingsDescription]?
    /// The replica's table class.
    public var replicaTableClassSummary: TableClassSummary?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String,
        replicaStatus: ReplicaStatus? = nil,
        replicaBillingModeSummary: BillingModeSummary? = nil,
        replicaProvisionedReadCapacityUnits: Int? = nil,
        replicaProvisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil,
        replicaProvisionedWriteCapacityUnits: Int? = nil,
        replicaProvisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil,
        replicaGlobalSecondaryIndexSettings: [ReplicaGlobalSecondaryIndexSettingsDescription]? = nil,
        replicaTableClassSummary: TableClassSummary? = nil
    ) {
        self.regionName = regionName
        self.replicaStatus = replicaStatus
        self.replicaBillingModeSummary = replicaBillingModeSummary
        self.replicaProvisionedReadCapacityUnits = replicaProvisionedReadCapacityUnits
        self.replicaProvisionedReadCapacityAutoScalingSettings = replicaProvisionedReadCapacityAutoScalingSettings
        self.replicaProvisionedWriteCapacityUnits = replicaProvisionedWriteCapacityUnits
        self.replicaProvisionedWriteCapacityAutoScalingSettings = replicaProvisionedWriteCapacityAutoScalingSettings
        self.replicaGlobalSecondaryIndexSettings = replicaGlobalSecondaryIndexSettings
        self.replicaTableClassSummary = replicaTableClassSummary
    }
}

extension ReplicaSettingsDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var regionName: String?
        var replicaStatus: ReplicaStatus?
        var replicaBillingModeSummary: BillingModeSummary?
        var replicaProvisionedReadCapacityUnits: Int?
        var replicaProvisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription?
        var replicaProvisionedWriteCapacityUnits: Int?
        var replicaProvisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription?
        var replicaGlobalSecondaryIndexSettings: [ReplicaGlobalSecondaryIndexSettingsDescription]?
        var replicaTableClassSummary: TableClassSummary?
        try reader.members(of: "ReplicaSettingsDescription") { name, reader throws(ServiceError) in
            switch name {
            case "RegionName": regionName = try reader.value()
            case "ReplicaStatus": replicaStatus = try reader.value()
            case "ReplicaBillingModeSummary": replicaBillingModeSummary = try reader.value()
            case "ReplicaProvisionedReadCapacityUnits": replicaProvisionedReadCapacityUnits = try reader.value()
            case "ReplicaProvisionedReadCapacityAutoScalingSettings":
                replicaProvisionedReadCapacityAutoScalingSettings = try reader.value()
            case "ReplicaProvisionedWriteCapacityUnits": replicaProvisionedWriteCapacityUnits = try reader.value()
            case "ReplicaProvisionedWriteCapacityAutoScalingSettings":
                replicaProvisionedWriteCapacityAutoScalingSettings = try reader.value()
            case "ReplicaGlobalSecondaryIndexSettings": replicaGlobalSecondaryIndexSettings = try reader.value()
            case "ReplicaTableClassSummary": replicaTableClassSummary = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            regionName: try regionName.required("RegionName"),
            replicaStatus: replicaStatus,
            replicaBillingModeSummary: replicaBillingModeSummary,
            replicaProvisionedReadCapacityUnits: replicaProvisionedReadCapacityUnits,
            replicaProvisionedReadCapacityAutoScalingSettings: replicaProvisionedReadCapacityAutoScalingSettings,
            replicaProvisionedWriteCapacityUnits: replicaProvisionedWriteCapacityUnits,
            replicaProvisionedWriteCapacityAutoScalingSettings: replicaProvisionedWriteCapacityAutoScalingSettings,
            replicaGlobalSecondaryIndexSettings: replicaGlobalSecondaryIndexSettings,
            replicaTableClassSummary: replicaTableClassSummary
        )
    }
}
