// The shape ReplicaGlobalSecondaryIndexSettingsUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New read capacity of one index of a replica, in a global table of version 2017.11.29.
public struct ReplicaGlobalSecondaryIndexSettingsUpdate: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// New read units of the index each second, at least 1.
    public var provisionedReadCapacityUnits: Int?
    /// New auto scaling of the index's read capacity.
    public var provisionedReadCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        provisionedReadCapacityUnits: Int? = nil,
        provisionedReadCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate? = nil
    ) {
        self.indexName = indexName
        self.provisionedReadCapacityUnits = provisionedReadCapacityUnits
        self.provisionedReadCapacityAutoScalingSettingsUpdate = provisionedReadCapacityAutoScalingSettingsUpdate
    }
}

extension ReplicaGlobalSecondaryIndexSettingsUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("ProvisionedReadCapacityUnits", of: provisionedReadCapacityUnits)
            writer.member(
                "ProvisionedReadCapacityAutoScalingSettingsUpdate",
                of: provisionedReadCapacityAutoScalingSettingsUpdate
            )
        }
    }
}
