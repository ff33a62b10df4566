// The shape TableAutoScalingDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The auto scaling of a global table, replica by replica.
public struct TableAutoScalingDescription: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// The state of the table.
    public var tableStatus: TableStatus?
    /// The replicas of the global table.
    public var replicas: [ReplicaAutoScalingDescription]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        tableStatus: TableStatus? = nil,
        replicas: [ReplicaAutoScalingDescription]? = nil
    ) {
        self.tableName = tableName
        self.tableStatus = tableStatus
        self.replicas = replicas
    }
}

extension TableAutoScalingDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TableAutoScalingDescription") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "TableStatus": tableStatus = try reader.value()
            case "Replicas": replicas = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
