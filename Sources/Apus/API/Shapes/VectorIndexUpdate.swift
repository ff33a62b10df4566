// The shape VectorIndexUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One change of the vector indexes. Exactly one member is set.
public struct VectorIndexUpdate: Equatable, Sendable {
    /// A vector index to add.
    public var create: CreateVectorIndexAction?
    /// A vector index to delete.
    public var delete: DeleteVectorIndexAction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        create: CreateVectorIndexAction? = nil,
        delete: DeleteVectorIndexAction? = nil
    ) {
        self.create = create
        self.delete = delete
    }
}

extension VectorIndexUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Create", of: create)
            writer.member("Delete", of: delete)
        }
    }
}
