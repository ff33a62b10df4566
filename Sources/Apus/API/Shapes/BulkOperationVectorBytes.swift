// The shape BulkOperationVectorBytes of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How many bytes a bulk operation put into a vector index.
public struct BulkOperationVectorBytes: Equatable, Sendable {
    /// The bytes that the bulk operation put into the vector index.
    public var bulkPutVectorBytes: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkPutVectorBytes: Int? = nil
    ) {
        self.bulkPutVectorBytes = bulkPutVectorBytes
    }
}

extension BulkOperationVectorBytes: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BulkOperationVectorBytes") { name, reader throws(ServiceError) in
            switch name {
            case "BulkPutVectorBytes": bulkPutVectorBytes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
