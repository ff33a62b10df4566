// The shape VectorCapacity of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The bytes of vectors that a request was charged for.
public struct VectorCapacity: Equatable, Sendable {
    /// The bytes charged for the search.
    public var vectorSearchRequestBytes: Double?
    /// The bytes charged for writes.
    public var vectorWriteRequestBytes: Double?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        vectorSearchRequestBytes: Double? = nil,
        vectorWriteRequestBytes: Double? = nil
    ) {
        self.vectorSearchRequestBytes = vectorSearchRequestBytes
        self.vectorWriteRequestBytes = vectorWriteRequestBytes
    }
}

extension VectorCapacity: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "VectorCapacity") { name, reader throws(ServiceError) in
            switch name {
            case "VectorSearchRequestBytes": vectorSearchRequestBytes = try reader.value()
            case "VectorWriteRequestBytes": vectorWriteRequestBytes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
