// The shape GlobalSecondaryIndexUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One change of the global secondary indexes. Exactly one member is set.
public struct GlobalSecondaryIndexUpdate: Equatable, Sendable {
    /// An index that gets new throughput.
    public var update: UpdateGlobalSecondaryIndexAction?
    /// An index to add. It is filled from the items in the table before it can be read.
    public var create: CreateGlobalSecondaryIndexAction?
    /// An index to delete.
    public var delete: DeleteGlobalSecondaryIndexAction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        update: UpdateGlobalSecondaryIndexAction? = nil,
        create: CreateGlobalSecondaryIndexAction? = nil,
        delete: DeleteGlobalSecondaryIndexAction? = nil
    ) {
        self.update = update
        self.create = create
        self.delete = delete
    }
}

extension GlobalSecondaryIndexUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Update", of: update)
            writer.member("Create", of: create)
            writer.member("Delete", of: delete)
        }
    }
}
