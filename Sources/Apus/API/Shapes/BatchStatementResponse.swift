// The shape BatchStatementResponse of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// What became of one statement of a batch.
public struct BatchStatementResponse: Equatable, Sendable {
    /// The name of the statement's table.
    public var tableName: String?
    /// Why the statement failed. Absent if it did not.
    public var error: BatchStatementError?
    /// The item read, or what `RETURNING` asked for. Absent if there is none.
    public var item: Item?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        error: BatchStatementError? = nil,
        item: Item? = nil
    ) {
        self.tableName = tableName
        self.error = error
        self.item = item
    }
}

extension BatchStatementResponse: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BatchStatementResponse") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "Error": error = try reader.value()
            case "Item": item = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
