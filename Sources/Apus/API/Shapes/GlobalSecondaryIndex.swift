// The shape GlobalSecondaryIndex of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A global secondary index to make. It has keys of its own and is read with eventual consistency.
public struct GlobalSecondaryIndex: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// The index's key: 1 to 4 partition key attributes, then up to 4 sort key attributes.
    public var keySchema: [KeySchemaElement]
    /// Which attributes the index holds besides the keys.
    public var projection: Projection
    /// The index's own capacity. Required if the table is provisioned.
    public var provisionedThroughput: ProvisionedThroughput?
    /// The most the index may use each second, for on demand only.
    public var onDemandThroughput: OnDemandThroughput?
    /// The load that can be taken at once. It can be raised but not lowered.
    public var warmThroughput: WarmThroughput?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        keySchema: [KeySchemaElement],
        projection: Projection,
        provisionedThroughput: ProvisionedThroughput? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        warmThroughput: WarmThroughput? = nil
    ) {
        self.indexName = indexName
        self.keySchema = keySchema
        self.projection = projection
        self.provisionedThroughput = provisionedThroughput
        self.onDemandThroughput = onDemandThroughput
        self.warmThroughput = warmThroughput
    }
}

extension GlobalSecondaryIndex: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("KeySchema", of: keySchema)
            writer.member("Projection", of: projection)
            writer.member("ProvisionedThroughput", of: provisionedThroughput)
            writer.member("OnDemandThroughput", of: onDemandThroughput)
            writer.member("WarmThroughput", of: warmThroughput)
        }
    }
}

extension GlobalSecondaryIndex: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var indexName: String?
        var keySchema: [KeySchemaElement]?
        var projection: Projection?
        var provisionedThroughput: ProvisionedThroughput?
        var onDemandThroughput: OnDemandThroughput?
        var warmThroughput: WarmThroughput?
        try reader.members(of: "GlobalSecondaryIndex") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "Projection": projection = try reader.value()
            case "ProvisionedThroughput": provisionedThroughput = try reader.value()
            case "OnDemandThroughput": onDemandThroughput = try reader.value()
            case "WarmThroughput": warmThroughput = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            indexName: try indexName.required("IndexName"),
            keySchema: try keySchema.required("KeySchema"),
            projection: try projection.required("Projection"),
            provisionedThroughput: provisionedThroughput,
            onDemandThroughput: onDemandThroughput,
            warmThroughput: warmThroughput
        )
    }
}
