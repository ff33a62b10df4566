// The shape ReplicaGlobalSecondaryIndexDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One index of a replica as it stands.
public struct ReplicaGlobalSecondaryIndexDescription: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The index's own read capacity. Absent if it has none.
    public var provisionedThroughputOverride: ProvisionedThroughputOverride?
    /// The index's own most for reads on demand. Absent if it has none.
    public var onDemandThroughputOverride: OnDemandThroughputOverride?
    /// The load that the index can take at once.
    public var warmThroughput: GlobalSecondaryIndexWarmThroughputDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        provisionedThroughputOverride: ProvisionedThroughputOverride? = nil,
        onDemandThroughputOverride: OnDemandThroughputOverride? = nil,
        warmThroughput: GlobalSecondaryIndexWarmThroughputDescription? = nil
    ) {
        self.indexName = indexName
        self.provisionedThroughputOverride = provisionedThroughputOverride
        self.onDemandThroughputOverride = onDemandThroughputOverride
        self.warmThroughput = warmThroughput
    }
}

extension ReplicaGlobalSecondaryIndexDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ReplicaGlobalSecondaryIndexDescription") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "ProvisionedThroughputOverride": provisionedThroughputOverride = try reader.value()
            case "OnDemandThroughputOverride": onDemandThroughputOverride = try reader.value()
            case "WarmThroughput": warmThroughput = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
