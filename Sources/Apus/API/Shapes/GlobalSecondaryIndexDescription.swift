// The shape GlobalSecondaryIndexDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A global secondary index as it stands, with its state and size.
public struct GlobalSecondaryIndexDescription: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The index's key: 1 to 4 partition key attributes, then up to 4 sort key attributes.
    public var keySchema: [KeySchemaElement]?
    /// Which attributes the index holds besides the keys.
    public var projection: Projection?
    /// The state of the index.
    public var indexStatus: IndexStatus?
    /// Whether the index is still being filled. It cannot be read until that is done.
    public var backfilling: Bool?
    /// The index's own capacity. Units are 0 on demand.
    public var provisionedThroughput: ProvisionedThroughputDescription?
    /// The size of the index in bytes. It is counted anew about every six hours.
    public var indexSizeBytes: Int?
    /// How many items there are. It is counted anew about every six hours.
    public var itemCount: Int?
    /// The ARN of the index.
    public var indexArn: String?
    /// The most the index may use each second. Absent if no bound is set.
    public var onDemandThroughput: OnDemandThroughput?
    /// The load that the index can take at once.
    public var warmThroughput: GlobalSecondaryIndexWarmThroughputDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        keySchema: [KeySchemaElement]? = nil,
        projection: Projection? = nil,
        indexStatus: IndexStatus? = nil,
        backfilling: Bool? = nil,
        provisionedThroughput: ProvisionedThroughputDescription? = nil,
        indexSizeBytes: Int? = nil,
        itemCount: Int? = nil,
        indexArn: String? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        warmThroughput: GlobalSecondaryIndexWarmThroughputDescription? = nil
    ) {
        self.indexName = indexName
        self.keySchema = keySchema
        self.projection = projection
        self.indexStatus = indexStatus
        self.backfilling = backfilling
        self.provisionedThroughput = provisionedThroughput
        self.indexSizeBytes = indexSizeBytes
        self.itemCount = itemCount
        self.indexArn = indexArn
        self.onDemandThroughput = onDemandThroughput
        self.warmThroughput = warmThroughput
    }
}

extension GlobalSecondaryIndexDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GlobalSecondaryIndexDescription") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "Projection": projection = try reader.value()
            case "IndexStatus": indexStatus = try reader.value()
            case "Backfilling": backfilling = try reader.value()
            case "ProvisionedThroughput": provisionedThroughput = try reader.value()
            case "IndexSizeBytes": indexSizeBytes = try reader.value()
            case "ItemCount": itemCount = try reader.value()
            case "IndexArn": indexArn = try reader.value()
            case "OnDemandThroughput": onDemandThroughput = try reader.value()
            case "WarmThroughput": warmThroughput = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
