// The shape UpdateGlobalSecondaryIndexAction of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New throughput of one global secondary index.
public struct UpdateGlobalSecondaryIndexAction: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// The index's new capacity; unchanged when absent.
    public var provisionedThroughput: ProvisionedThroughput?
    /// The most the index may use each second, for on demand only; unchanged when absent.
    public var onDemandThroughput: OnDemandThroughput?
    /// The load the index is to be ready for, higher than now; unchanged when absent.
    public var warmThroughput: WarmThroughput?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        provisionedThroughput: ProvisionedThroughput? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        warmThroughput: WarmThroughput? = nil
    ) {
        self.indexName = indexName
        self.provisionedThroughput = provisionedThroughput
        self.onDemandThroughput = onDemandThroughput
        self.warmThroughput = warmThroughput
    }
}

extension UpdateGlobalSecondaryIndexAction: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("ProvisionedThroughput", of: provisionedThroughput)
            writer.member("OnDemandThroughput", of: onDemandThroughput)
            writer.member("WarmThroughput", of: warmThroughput)
        }
    }
}
