// The shape ReplicationGroupUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One change of the replicas of a global table. Exactly one member is set.
public struct ReplicationGroupUpdate: Equatable, Sendable {
    /// A replica to add. It is filled with the items of the table.
    public var create: CreateReplicationGroupMemberAction?
    /// A replica that gets other settings.
    public var update: UpdateReplicationGroupMemberAction?
    /// A replica to delete, with its items.
    public var delete: DeleteReplicationGroupMemberAction?
    /// Detaches a replica from the global table.
    public var disassociate: DisassociateReplicationGroupMemberAction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        create: CreateReplicationGroupMemberAction? = nil,
        update: UpdateReplicationGroupMemberAction? = nil,
        delete: DeleteReplicationGroupMemberAction? = nil,
        disassociate: DisassociateReplicationGroupMemberAction? = nil
    ) {
        self.create = create
        self.update = update
        self.delete = delete
        self.disassociate = disassociate
    }
}

extension ReplicationGroupUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Create", of: create)
            writer.member("Update", of: update)
            writer.member("Delete", of: delete)
            writer.member("Disassociate", of: disassociate)
        }
    }
}
