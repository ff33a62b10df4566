// The shape ReplicaGlobalSecondaryIndex of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// What one index has different in a replica.
public struct ReplicaGlobalSecondaryIndex: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// The index's own read capacity in this replica.
    public var provisionedThroughputOverride: ProvisionedThroughputOverride?
    /// The index's own most for reads on demand in this replica.
    public var onDemandThroughputOverride: OnDemandThroughputOverride?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        provisionedThroughputOverride: ProvisionedThroughputOverride? = nil,
        onDemandThroughputOverride: OnDemandThroughputOverride? = nil
    ) {
        self.indexName = indexName
        self.provisionedThroughputOverride = provisionedThroughputOverride
        self.onDemandThroughputOverride = onDemandThroughputOverride
    }
}

extension ReplicaGlobalSecondaryIndex: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("ProvisionedThroughputOverride", of: provisionedThroughputOverride)
            writer.member("OnDemandThroughputOverride", of: onDemandThroughputOverride)
        }
    }
}
