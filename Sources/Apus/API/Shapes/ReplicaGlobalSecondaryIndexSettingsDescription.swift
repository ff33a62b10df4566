// The shape ReplicaGlobalSecondaryIndexSettingsDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The capacity of one index of a replica, in a global table of version 2017.11.29.
public struct ReplicaGlobalSecondaryIndexSettingsDescription: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// The state of the index.
    public var indexStatus: IndexStatus?
    /// Read units of the index each second, at least 1.
    public var provisionedReadCapacityUnits: Int?
    /// The auto scaling of the index's read capacity.
    public var provisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription?
    /// Write units of the index each second, at least 1.
    public var provisionedWriteCapacityUnits: Int?
    /// The auto scaling of the index's write capacity.
    public var provisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        indexStatus: IndexStatus? = nil,
        provisionedReadCapacityUnits: Int? = nil,
        provisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil,
        provisionedWriteCapacityUnits: Int? = nil,
        provisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription? = nil
    ) {
        self.indexName = indexName
        self.indexStatus = indexStatus
        self.provisionedReadCapacityUnits = provisionedReadCapacityUnits
        self.provisionedReadCapacityAutoScalingSettings = provisionedReadCapacityAutoScalingSettings
        self.provisionedWriteCapacityUnits = provisionedWriteCapacityUnits
        self.provisionedWriteCapacityAutoScalingSettings = provisionedWriteCapacityAutoScalingSettings
    }
}

extension ReplicaGlobalSecondaryIndexSettingsDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var indexName: String?
        var indexStatus: IndexStatus?
        var provisionedReadCapacityUnits: Int?
        var provisionedReadCapacityAutoScalingSettings: AutoScalingSettingsDescription?
        var provisionedWriteCapacityUnits: Int?
        var provisionedWriteCapacityAutoScalingSettings: AutoScalingSettingsDescription?
        try reader.members(of: "ReplicaGlobalSecondaryIndexSettingsDescription") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "IndexStatus": indexStatus = try reader.value()
            case "ProvisionedReadCapacityUnits": provisionedReadCapacityUnits = try reader.value()
            case "ProvisionedReadCapacityAutoScalingSettings":
                provisionedReadCapacityAutoScalingSettings = try reader.value()
            case "ProvisionedWriteCapacityUnits": provisionedWriteCapacityUnits = try reader.value()
            case "ProvisionedWriteCapacityAutoScalingSettings":
                provisionedWriteCapacityAutoScalingSettings = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            indexName: try indexName.required("IndexName"),
            indexStatus: indexStatus,
            provisionedReadCapacityUnits: provisionedReadCapacityUnits,
            provisionedReadCapacityAutoScalingSettings: provisionedReadCapacityAutoScalingSettings,
            provisionedWriteCapacityUnits: provisionedWriteCapacityUnits,
            provisionedWriteCapacityAutoScalingSettings: provisionedWriteCapacityAutoScalingSettings
        )
    }
}
