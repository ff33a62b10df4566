// The shape GlobalTableGlobalSecondaryIndexSettingsUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New write capacity of one index, for all regions of a global table.
public struct GlobalTableGlobalSecondaryIndexSettingsUpdate: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// New write units of the index each second in all regions, at least 1.
    public var provisionedWriteCapacityUnits: Int?
    /// New auto scaling of the index's write capacity in all regions.
    public var provisionedWriteCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        provisionedWriteCapacityUnits: Int? = nil,
        provisionedWriteCapacityAutoScalingSettingsUpdate: AutoScalingSettingsUpdate? = nil
    ) {
        self.indexName = indexName
        self.provisionedWriteCapacityUnits = provisionedWriteCapacityUnits
        self.provisionedWriteCapacityAutoScalingSettingsUpdate = provisionedWriteCapacityAutoScalingSettingsUpdate
    }
}

extension GlobalTableGlobalSecondaryIndexSettingsUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("ProvisionedWriteCapacityUnits", of: provisionedWriteCapacityUnits)
            writer.member(
                "ProvisionedWriteCapacityAutoScalingSettingsUpdate",
                of: provisionedWriteCapacityAutoScalingSettingsUpdate
            )
        }
    }
}
