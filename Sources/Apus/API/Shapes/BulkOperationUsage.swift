// The shape BulkOperationUsage of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How much a bulk operation wrote, by table and by index.
public struct BulkOperationUsage: Equatable, Sendable {
    /// The name or ARN of the table.
    public var tableName: String?
    /// The bytes put into the table and its indexes.
    public var bulkPutBytes: Int?
    /// The share of the table itself.
    public var table: BulkOperationBytes?
    /// The share of each local secondary index, by name.
    public var localSecondaryIndexes: [String: BulkOperationBytes]?
    /// The share of each global secondary index, by name.
    public var globalSecondaryIndexes: [String: BulkOperationBytes]?
    /// The share of each vector index, by name.
    public var vectorIndexes: [String: BulkOperationVectorBytes]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        bulkPutBytes: Int? = nil,
        table: BulkOperationBytes? = nil,
        localSecondaryIndexes: [String: BulkOperationBytes]? = nil,
        globalSecondaryIndexes: [String: BulkOperationBytes]? = nil,
        vectorIndexes: [String: BulkOperationVectorBytes]? = nil
    ) {
        self.tableName = tableName
        self.bulkPutBytes = bulkPutBytes
        self.table = table
        self.localSecondaryIndexes = localSecondaryIndexes
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.vectorIndexes = vectorIndexes
    }
}

extension BulkOperationUsage: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BulkOperationUsage") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "BulkPutBytes": bulkPutBytes = try reader.value()
            case "Table": table = try reader.value()
            case "LocalSecondaryIndexes": localSecondaryIndexes = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "VectorIndexes": vectorIndexes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
