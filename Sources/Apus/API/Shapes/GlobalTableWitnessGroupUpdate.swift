// The shape GlobalTableWitnessGroupUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One change of the witness of a global table. Exactly one member is set.
public struct GlobalTableWitnessGroupUpdate: Equatable, Sendable {
    /// The witness to add.
    public var create: CreateGlobalTableWitnessGroupMemberAction?
    /// The witness to remove.
    public var delete: DeleteGlobalTableWitnessGroupMemberAction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        create: CreateGlobalTableWitnessGroupMemberAction? = nil,
        delete: DeleteGlobalTableWitnessGroupMemberAction? = nil
    ) {
        self.create = create
        self.delete = delete
    }
}

extension GlobalTableWitnessGroupUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Create", of: create)
            writer.member("Delete", of: delete)
        }
    }
}
