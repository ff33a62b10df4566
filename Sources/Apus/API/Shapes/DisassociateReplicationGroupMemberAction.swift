// The shape DisassociateReplicationGroupMemberAction of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A replica to detach from a global table.
public struct DisassociateReplicationGroupMemberAction: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String
    /// How the replica leaves.
    public var disassociationMode: DisassociationMode

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String,
        disassociationMode: DisassociationMode
    ) {
        self.regionName = regionName
        self.disassociationMode = disassociationMode
    }
}

extension DisassociateReplicationGroupMemberAction: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RegionName", of: regionName)
            writer.member("DisassociationMode", of: disassociationMode)
        }
    }
}
