// The shape GlobalSecondaryIndexAutoScalingUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New auto scaling of the write capacity of one global secondary index.
public struct GlobalSecondaryIndexAutoScalingUpdate: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// New auto scaling of the index's write capacity in all regions.
    public var provisionedWriteCapacityAutoScalingUpdate: AutoScalingSettingsUpdate?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        provisionedWriteCapacityAutoScalingUpdate: AutoScalingSettingsUpdate? = nil
    ) {
        self.indexName = indexName
        self.provisionedWriteCapacityAutoScalingUpdate = provisionedWriteCapacityAutoScalingUpdate
    }
}

extension GlobalSecondaryIndexAutoScalingUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("ProvisionedWriteCapacityAutoScalingUpdate", of: provisionedWriteCapacityAutoScalingUpdate)
        }
    }
}
