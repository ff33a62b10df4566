// The shape ReplicaAutoScalingDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The auto scaling of one replica and its indexes.
public struct ReplicaAutoScalingDescription: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String?
    /// The auto scaling of the replica's indexes.
    public var globalSecondaryIndexes: [ReplicaGlobalSecondaryIndexAutoScalingDescription]?
    /// The auto scaling of the replica's read capacity.
    public var replicaProvisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription?
    /// The auto scaling of the replica's write capacity.
    public var replicaProvisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription?
    /// The state of the replica.
    public var replicaStatus: ReplicaStatus?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String? = nil,
        globalSecondaryIndexes: [ReplicaGlobalSecondaryIndexAutoScalingDescription]? = nil,
        replicaProvisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil,
        replicaProvisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil,
        replicaStatus: ReplicaStatus? = nil
    ) {
        self.regionName = regionName
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.replicaProvisionedReadCapacityAutoScalingSettings = replicaProvisionedReadCapacityAutoScalingSettings
        self.replicaProvisionedWriteCapacityAutoScalingSettings = replicaProvisionedWriteCapacityAutoScalingSettings
        self.replicaStatus = replicaStatus
    }
}

extension ReplicaAutoScalingDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ReplicaAutoScalingDescription") { name, reader throws(ServiceError) in
            switch name {
            case "RegionName": regionName = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "ReplicaProvisionedReadCapacityAutoScalingSettings":
                replicaProvisionedReadCapacityAutoScalingSettings = try reader.value()
            case "ReplicaProvisionedWriteCapacityAutoScalingSettings":
                replicaProvisionedWriteCapacityAutoScalingSettings = try reader.value()
            case "ReplicaStatus": replicaStatus = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
