// The shape ReplicaSettingsUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New settings of one replica of a global table of version 2017.11.29.
public struct ReplicaSettingsUpdate: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String
    /// New read units of the replica each second, at least 1.
    public var replicaProvisionedReadCapacityUnits: Int?
    /// New auto scaling of the replica's read capacity.
    public var replicaProvisionedReadCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate?
    /// New read capacity of the replica's indexes, 1 to 20 of them.
    public var replicaGlobalSecondaryIndexSettingsUpdate: [ReplicaGlobalSecondaryIndexSettingsUpdate]?
    /// The replica's new table class; unchanged when absent.
    public var replicaTableClass: TableClass?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String,
        replicaProvisionedReadCapacityUnits: Int? = nil,
        replicaProvisionedReadCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate? = nil,
        replicaGlobalSecondaryIndexSettingsUpdate: [ReplicaGlobalSecondaryIndexSettingsUpdate]? = nil,
        replicaTableClass: TableClass? = nil
    ) {
        self.regionName = regionName
        self.replicaProvisionedReadCapacityUnits = replicaProvisionedReadCapacityUnits
        self.replicaProvisionedReadCapacityAutoScalingSettingsUpdate =
            replicaProvisionedReadCapacityAutoScalingSettingsUpdate
        self.replicaGlobalSecondaryIndexSettingsUpdate = replicaGlobalSecondaryIndexSettingsUpdate
        self.replicaTableClass = replicaTableClass
    }
}

extension ReplicaSettingsUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RegionName", of: regionName)
            writer.member("ReplicaProvisionedReadCapacityUnits", of: replicaProvisionedReadCapacityUnits)
            writer.member(
                "ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate",
                of: replicaProvisionedReadCapacityAutoScalingSettingsUpdate
            )
            writer.member("ReplicaGlobalSecondaryIndexSettingsUpdate", of: replicaGlobalSecondaryIndexSettingsUpdate)
            writer.member("ReplicaTableClass", of: replicaTableClass)
        }
    }
}
