// The shape ConsumedCapacity of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The capacity that a request used on one table and its indexes.
public struct ConsumedCapacity: Equatable, Sendable {
    /// The table, named as the request named it.
    public var tableName: String?
    /// The units used by the table and all its indexes.
    public var capacityUnits: Double?
    /// Read units used. Told by transactions only.
    public var readCapacityUnits: Double?
    /// Write units used. Told by transactions only.
    public var writeCapacityUnits: Double?
    /// The share of the table itself. Absent unless `INDEXES` was asked for and it used any.
    public var table: Capacity?
    /// The share of each local secondary index, by name. Indexes that used nothing are left out.
    public var localSecondaryIndexes: [String: Capacity]?
    /// The share of each global secondary index, by name. Indexes that used nothing are left out.
    public var globalSecondaryIndexes: [String: Capacity]?
    /// The share of each vector index, by name.
    public var vectorIndexes: [String: VectorCapacity]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        capacityUnits: Double? = nil,
        readCapacityUnits: Double? = nil,
        writeCapacityUnits: Double? = nil,
        table: Capacity? = nil,
        localSecondaryIndexes: [String: Capacity]? = nil,
        globalSecondaryIndexes: [String: Capacity]? = nil,
        vectorIndexes: [String: VectorCapacity]? = nil
    ) {
        self.tableName = tableName
        self.capacityUnits = capacityUnits
        self.readCapacityUnits = readCapacityUnits
        self.writeCapacityUnits = writeCapacityUnits
        self.table = table
        self.localSecondaryIndexes = localSecondaryIndexes
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.vectorIndexes = vectorIndexes
    }
}

extension ConsumedCapacity: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ConsumedCapacity") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "CapacityUnits": capacityUnits = try reader.value()
            case "ReadCapacityUnits": readCapacityUnits = try reader.value()
            case "WriteCapacityUnits": writeCapacityUnits = try reader.value()
            case "Table": table = try reader.value()
            case "LocalSecondaryIndexes": localSecondaryIndexes = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "VectorIndexes": vectorIndexes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
