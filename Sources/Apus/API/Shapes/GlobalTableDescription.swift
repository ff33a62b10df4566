// The shape GlobalTableDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// A global table of version 2017.11.29 as it stands.
public struct GlobalTableDescription: Equatable, Sendable {
    /// The replicas of the global table.
    public var replicationGroup: [ReplicaDescription]?
    /// The ARN of the global table.
    public var globalTableArn: String?
    /// When the global table was made.
    public var creationDateTime: Date?
    /// The state of the global table.
    public var globalTableStatus: GlobalTableStatus?
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        replicationGroup: [ReplicaDescription]? = nil,
        globalTableArn: String? = nil,
        creationDateTime: Date? = nil,
        globalTableStatus: GlobalTableStatus? = nil,
        globalTableName: String? = nil
    ) {
        self.replicationGroup = replicationGroup
        self.globalTableArn = globalTableArn
        self.creationDateTime = creationDateTime
        self.globalTableStatus = globalTableStatus
        self.globalTableName = globalTableName
    }
}

extension GlobalTableDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GlobalTableDescription") { name, reader throws(ServiceError) in
            switch name {
            case "ReplicationGroup": replicationGroup = try reader.value()
            case "GlobalTableArn": globalTableArn = try reader.value()
            case "CreationDateTime": creationDateTime = try reader.value()
            case "GlobalTableStatus": globalTableStatus = try reader.value()
            case "GlobalTableName": globalTableName = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
