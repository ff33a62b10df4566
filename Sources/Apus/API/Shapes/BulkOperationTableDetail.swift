// The shape BulkOperationTableDetail of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A table that a bulk operation works on.
public struct BulkOperationTableDetail: Equatable, Sendable {
    /// The name or ARN of the table.
    public var tableName: String?
    /// An id that tells the table from any other that had or will have its name.
    public var tableID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        tableID: String? = nil
    ) {
        self.tableName = tableName
        self.tableID = tableID
    }
}

extension BulkOperationTableDetail: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BulkOperationTableDetail") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "TableId": tableID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
