// The shape UpdateReplicationGroupMemberAction of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A replica of a global table, with what it is to have different from the table.
public struct UpdateReplicationGroupMemberAction: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String
    /// The replica's new KMS key; unchanged when absent.
    public var kmsMasterKeyID: String?
    /// The replica's own read capacity; unchanged when absent.
    public var provisionedThroughputOverride: ProvisionedThroughputOverride?
    /// The replica's own most for reads on demand; unchanged when absent.
    public var onDemandThroughputOverride: OnDemandThroughputOverride?
    /// What single indexes are to have different in the replica.
    public var globalSecondaryIndexes: [ReplicaGlobalSecondaryIndex]?
    /// The replica's own table class; unchanged when absent.
    public var tableClassOverride: TableClass?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String,
        kmsMasterKeyID: String? = nil,
        provisionedThroughputOverride: ProvisionedThroughputOverride? = nil,
        onDemandThroughputOverride: OnDemandThroughputOverride? = nil,
        globalSecondaryIndexes: [ReplicaGlobalSecondaryIndex]? = nil,
        tableClassOverride: TableClass? = nil
    ) {
        self.regionName = regionName
        self.kmsMasterKeyID = kmsMasterKeyID
        self.provisionedThroughputOverride = provisionedThroughputOverride
        self.onDemandThroughputOverride = onDemandThroughputOverride
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.tableClassOverride = tableClassOverride
    }
}

extension UpdateReplicationGroupMemberAction: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RegionName", of: regionName)
            writer.member("KMSMasterKeyId", of: kmsMasterKeyID)
            writer.member("ProvisionedThroughputOverride", of: provisionedThroughputOverride)
            writer.member("OnDemandThroughputOverride", of: onDemandThroughputOverride)
            writer.member("GlobalSecondaryIndexes", of: globalSecondaryIndexes)
            writer.member("TableClassOverride", of: tableClassOverride)
        }
    }
}
