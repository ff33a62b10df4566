// The shape LocalSecondaryIndex of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A local secondary index to make. It has the table's partition key and another sort key.
public struct LocalSecondaryIndex: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String
    /// The index's key: the table's partition key attribute, then another sort key attribute.
    public var keySchema: [KeySchemaElement]
    /// Which attributes the index holds besides the keys.
    public var projection: Projection

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String,
        keySchema: [KeySchemaElement],
        projection: Projection
    ) {
        self.indexName = indexName
        self.keySchema = keySchema
        self.projection = projection
    }
}

extension LocalSecondaryIndex: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
            writer.member("KeySchema", of: keySchema)
            writer.member("Projection", of: projection)
        }
    }
}
