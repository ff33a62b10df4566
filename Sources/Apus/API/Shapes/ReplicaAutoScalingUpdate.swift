// The shape ReplicaAutoScalingUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New auto scaling of the read capacity of one replica and its indexes.
public struct ReplicaAutoScalingUpdate: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String
    /// New auto scaling of the replica's indexes.
    public var replicaGlobalSecondaryIndexUpdates: [ReplicaGlobalSecondaryIndexAutoScalingUpdate]?
    /// New auto scaling of the replica's read capacity.
    public var replicaProvisionedReadCapacityAutoScalingUpdate: AutoScalingSettingsUpdate?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String,
        replicaGlobalSecondaryIndexUpdates: [ReplicaGlobalSecondaryIndexAutoScalingUpdate]? = nil,
        replicaProvisionedReadCapacityAutoScalingUpdate: AutoScalingSettingsUpdate? = nil
    ) {
        self.regionName = regionName
        self.replicaGlobalSecondaryIndexUpdates = replicaGlobalSecondaryIndexUpdates
        self.replicaProvisionedReadCapacityAutoScalingUpdate = replicaProvisionedReadCapacityAutoScalingUpdate
    }
}

extension ReplicaAutoScalingUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RegionName", of: regionName)
            writer.member("ReplicaGlobalSecondaryIndexUpdates", of: replicaGlobalSecondaryIndexUpdates)
            writer.member(
                "ReplicaProvisionedReadCapacityAutoScalingUpdate",
                of: replicaProvisionedReadCapacityAutoScalingUpdate
            )
        }
    }
}
