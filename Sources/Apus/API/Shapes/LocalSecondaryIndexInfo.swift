// The shape LocalSecondaryIndexInfo of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A local secondary index as it was when the backup was made.
public struct LocalSecondaryIndexInfo: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The index's key: the table's partition key attribute, then another sort key attribute.
    public var keySchema: [KeySchemaElement]?
    /// Which attributes the index holds besides the keys.
    public var projection: Projection?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        keySchema: [KeySchemaElement]? = nil,
        projection: Projection? = nil
    ) {
        self.indexName = indexName
        self.keySchema = keySchema
        self.projection = projection
    }
}

extension LocalSecondaryIndexInfo: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "LocalSecondaryIndexInfo") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "Projection": projection = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
