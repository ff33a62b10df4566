// The shape VectorIndexDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A vector index as it stands, with its state and size.
public struct VectorIndexDescription: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The attributes, besides the vector, that a search may name.
    public var searchSchema: [SearchSchemaElement]?
    /// Which attributes the index holds besides the keys.
    public var projection: Projection?
    /// The attribute that holds the vectors.
    public var vectorAttribute: VectorAttributeDefinition?
    /// How many numbers each vector has, at least 1.
    public var dimensions: Int?
    /// How the nearness of two vectors is measured.
    public var distanceFunction: VectorDistanceFunction?
    /// The state of the index.
    public var indexStatus: IndexStatus?
    /// Whether the index is still being filled. It cannot be read until that is done.
    public var backfilling: Bool?
    /// The size of the index in bytes. It is counted anew about every six hours.
    public var indexSizeBytes: Int?
    /// How many items there are. It is counted anew about every six hours.
    public var itemCount: Int?
    /// The ARN of the index.
    public var indexArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        searchSchema: [SearchSchemaElement]? = nil,
        projection: Projection? = nil,
        vectorAttribute: VectorAttributeDefinition? = nil,
        dimensions: Int? = nil,
        distanceFunction: VectorDistanceFunction? = nil,
        indexStatus: IndexStatus? = nil,
        backfilling: Bool? = nil,
        indexSizeBytes: Int? = nil,
        itemCount: Int? = nil,
        indexArn: String? = nil
    ) {
        self.indexName = indexName
        self.searchSchema = searchSchema
        self.projection = projection
        self.vectorAttribute = vectorAttribute
        self.dimensions = dimensions
        self.distanceFunction = distanceFunction
        self.indexStatus = indexStatus
        self.backfilling = backfilling
        self.indexSizeBytes = indexSizeBytes
        self.itemCount = itemCount
        self.indexArn = indexArn
    }
}

extension VectorIndexDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "VectorIndexDescription") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "SearchSchema": searchSchema = try reader.value()
            case "Projection": projection = try reader.value()
            case "VectorAttribute": vectorAttribute = try reader.value()
            case "Dimensions": dimensions = try reader.value()
            case "DistanceFunction": distanceFunction = try reader.value()
            case "IndexStatus": indexStatus = try reader.value()
            case "Backfilling": backfilling = try reader.value()
            case "IndexSizeBytes": indexSizeBytes = try reader.value()
            case "ItemCount": itemCount = try reader.value()
            case "IndexArn": indexArn = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
