// The shape DeleteGlobalSecondaryIndexAction of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A global secondary index to take off a table.
public struct DeleteGlobalSecondaryIndexAction: Equatable, Sendable {
    /// The name of the index, 3 to 255 characters, its own among the table's indexes.
    public var indexName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        indexName: String
    ) {
        self.indexName = indexName
    }
}

extension DeleteGlobalSecondaryIndexAction: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", of: indexName)
        }
    }
}
