// The shape LocalSecondaryIndexDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A local secondary index as it stands, with its size.
public struct LocalSecondaryIndexDescription: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The index's key: the table's partition key attribute, then another sort key attribute.
    public var keySchema: [KeySchemaElement]?
    /// Which attributes the index holds besides the keys.
    public var projection: Projection?
    /// The size of the index in bytes. It is counted anew about every six hours.
    public var indexSizeBytes: Int?
    /// How many items there are. It is counted anew about every six hours.
    public var itemCount: Int?
    /// The ARN of the index.
    public var indexArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        keySchema: [KeySchemaElement]? = nil,
        projection: Projection? = nil,
        indexSizeBytes: Int? = nil,
        itemCount: Int? = nil,
        indexArn: String? = nil
    ) {
        self.indexName = indexName
        self.keySchema = keySchema
        self.projection = projection
        self.indexSizeBytes = indexSizeBytes
        self.itemCount = itemCount
        self.indexArn = indexArn
    }
}

extension LocalSecondaryIndexDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "LocalSecondaryIndexDescription") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "Projection": projection = try reader.value()
            case "IndexSizeBytes": indexSizeBytes = try reader.value()
            case "ItemCount": itemCount = try reader.value()
            case "IndexArn": indexArn = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
