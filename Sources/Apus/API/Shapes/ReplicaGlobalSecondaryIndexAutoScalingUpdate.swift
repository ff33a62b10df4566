// The shape ReplicaGlobalSecondaryIndexAutoScalingUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New auto scaling of the read capacity of one index of a replica.
public struct ReplicaGlobalSecondaryIndexAutoScalingUpdate: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// New auto scaling of the index's read capacity.
    public var provisionedReadCapacityAutoScalingUpdate: AutoScalingSettingsUpdate?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        provisionedReadCapacityAutoScalingUpdate: AutoScalingSettingsUpdate? = nil
    ) {
        self.indexName = indexName
        self.provisionedReadCapacityAutoScalingUpdate = provisionedReadCapacityAutoScalingUpdate
    }
}

extension ReplicaGlobalSecondaryIndexAutoScalingUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("ProvisionedReadCapacityAutoScalingUpdate", of: provisionedReadCapacityAutoScalingUpdate)
        }
    }
}
