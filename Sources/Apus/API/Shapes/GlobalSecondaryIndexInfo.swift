// The shape GlobalSecondaryIndexInfo of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A global secondary index as it was when the backup was made.
public struct GlobalSecondaryIndexInfo: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The index's key: 1 to 4 partition key attributes, then up to 4 sort key attributes.
    public var keySchema: [KeySchemaElement]?
    /// Which attributes the index holds besides the keys.
    public var projection: Projection?
    /// The index's own capacity.
    public var provisionedThroughput: ProvisionedThroughput?
    /// The most the index might use each second. Absent if no bound was set.
    public var onDemandThroughput: OnDemandThroughput?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        keySchema: [KeySchemaElement]? = nil,
        projection: Projection? = nil,
        provisionedThroughput: ProvisionedThroughput? = nil,
        onDemandThroughput: OnDemandThroughput? = nil
    ) {
        self.indexName = indexName
        self.keySchema = keySchema
        self.projection = projection
        self.provisionedThroughput = provisionedThroughput
        self.onDemandThroughput = onDemandThroughput
    }
}

extension GlobalSecondaryIndexInfo: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GlobalSecondaryIndexInfo") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "Projection": projection = try reader.value()
            case "ProvisionedThroughput": provisionedThroughput = try reader.value()
            case "OnDemandThroughput": onDemandThroughput = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
