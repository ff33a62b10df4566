// The shape BulkOperationBytes of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How many bytes a bulk operation put into a table or an index.
public struct BulkOperationBytes: Equatable, Sendable {
    /// The bytes that the bulk operation put.
    public var bulkPutBytes: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkPutBytes: Int? = nil
    ) {
        self.bulkPutBytes = bulkPutBytes
    }
}

extension BulkOperationBytes: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BulkOperationBytes") { name, reader throws(ServiceError) in
            switch name {
            case "BulkPutBytes": bulkPutBytes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
