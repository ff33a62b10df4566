// The shape CreateVectorIndexAction of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A vector index to add to a table.
public struct CreateVectorIndexAction: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// The attribute that holds the vectors.
    public var vectorAttribute: VectorAttributeDefinition
    /// Which attributes the index holds besides the keys.
    public var projection: Projection
    /// How many numbers each vector has, at least 1.
    public var dimensions: Int
    /// How the nearness of two vectors is measured.
    public var distanceFunction: VectorDistanceFunction
    /// The attributes, besides the vector, that a search may name.
    public var searchSchema: [SearchSchemaElement]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        vectorAttribute: VectorAttributeDefinition,
        projection: Projection,
        dimensions: Int,
        distanceFunction: VectorDistanceFunction,
        searchSchema: [SearchSchemaElement]? = nil
    ) {
        self.indexName = indexName
        self.vectorAttribute = vectorAttribute
        self.projection = projection
        self.dimensions = dimensions
        self.distanceFunction = distanceFunction
        self.searchSchema = searchSchema
    }
}

extension CreateVectorIndexAction: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("VectorAttribute", of: vectorAttribute)
            writer.member("Projection", of: projection)
            writer.member("Dimensions", of: dimensions)
            writer.member("DistanceFunction", of: distanceFunction)
            writer.member("SearchSchema", of: searchSchema)
        }
    }
}
