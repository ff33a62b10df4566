// The shape VectorIndexInfo of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A vector index as it was when the backup was made.
public struct VectorIndexInfo: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String?
    /// The attribute that holds the vectors.
    public var vectorAttribute: VectorAttributeDefinition?
    /// The attributes, besides the vector, that a search may name.
    public var searchSchema: [SearchSchemaElement]?
    /// Which attributes the index holds besides the keys.
    public var projection: Projection?
    /// How many numbers each vector has, at least 1.
    public var dimensions: Int?
    /// How the nearness of two vectors is measured.
    public var distanceFunction: VectorDistanceFunction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String? = nil,
        vectorAttribute: VectorAttributeDefinition? = nil,
        searchSchema: [SearchSchemaElement]? = nil,
        projection: Projection? = nil,
        dimensions: Int? = nil,
        distanceFunction: VectorDistanceFunction? = nil
    ) {
        self.indexName = indexName
        self.vectorAttribute = vectorAttribute
        self.searchSchema = searchSchema
        self.projection = projection
        self.dimensions = dimensions
        self.distanceFunction = distanceFunction
    }
}

extension VectorIndexInfo: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "VectorIndexInfo") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.value()
            case "VectorAttribute": vectorAttribute = try reader.value()
            case "SearchSchema": searchSchema = try reader.value()
            case "Projection": projection = try reader.value()
            case "Dimensions": dimensions = try reader.value()
            case "DistanceFunction": distanceFunction = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
