// The shape ReplicaGlobalSecondaryIndexAutoScalingDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The auto scaling of one index of a replica.
public struct ReplicaGlobalSecondaryIndexAutoScalingDescription: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The state of the index.
    public var indexStatus: IndexStatus?
    /// The auto scaling of the index's read capacity.
    public var provisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription?
    /// The auto scaling of the index's write capacity.
    public var provisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        indexStatus: IndexStatus? = nil,
        provisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil,
        provisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil
    ) {
        self.indexName = indexName
        self.indexStatus = indexStatus
        self.provisionedReadCapacityAutoScalingSettings = provisionedReadCapacityAutoScalingSettings
        self.provisionedWriteCapacityAutoScalingSettings = provisionedWriteCapacityAutoScalingSettings
    }
}

extension ReplicaGlobalSecondaryIndexAutoScalingDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ReplicaGlobalSecondaryIndexAutoScalingDescription") {
            name,
            reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "IndexStatus": indexStatus = try reader.value()
            case "ProvisionedReadCapacityAutoScalingSettings":
                provisionedReadCapacityAutoScalingSettings = try reader.value()
            case "ProvisionedWriteCapacityAutoScalingSettings":
                provisionedWriteCapacityAutoScalingSettings = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
