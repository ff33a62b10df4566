// The shape GlobalTable of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One line of a list of global tables.
public struct GlobalTable: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String?
    /// The regions of the global table.
    public var replicationGroup: [Replica]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String? = nil,
        replicationGroup: [Replica]? = nil
    ) {
        self.globalTableName = globalTableName
        self.replicationGroup = replicationGroup
    }
}

extension GlobalTable: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GlobalTable") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTableName": globalTableName = try reader.value()
            case "ReplicationGroup": replicationGroup = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
