// The shape ReplicaUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One region to add to or take out of a global table of version 2017.11.29. Exactly one member is set.
public struct ReplicaUpdate: Equatable, Sendable {
    /// A region to add.
    public var create: CreateReplicaAction?
    /// A region to take out.
    public var delete: DeleteReplicaAction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        create: CreateReplicaAction? = nil,
        delete: DeleteReplicaAction? = nil
    ) {
        self.create = create
        self.delete = delete
    }
}

extension ReplicaUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Create", of: create)
            writer.member("Delete", of: delete)
        }
    }
}
