// The shape DeleteReplicaAction of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A region to take out of a global table of version 2017.11.29.
public struct DeleteReplicaAction: Equatable, Sendable {
    /// The name of the region, as `eu-north-1`.
    public var regionName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        regionName: String
    ) {
        self.regionName = regionName
    }
}

extension DeleteReplicaAction: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RegionName", of: regionName)
        }
    }
}
