// The shape WriteRequest of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One put or delete of a batch. Exactly one member is set.
public struct WriteRequest: Equatable, Sendable {
    /// Puts a whole item, in place of any with the same key.
    public var putRequest: PutRequest?
    /// Deletes an item by its key.
    public var deleteRequest: DeleteRequest?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        putRequest: PutRequest? = nil,
        deleteRequest: DeleteRequest? = nil
    ) {
        self.putRequest = putRequest
        self.deleteRequest = deleteRequest
    }
}

extension WriteRequest: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("PutRequest", of: putRequest)
            writer.member("DeleteRequest", of: deleteRequest)
        }
    }
}

extension WriteRequest: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "WriteRequest") { name, reader throws(ServiceError) in
            switch name {
            case "PutRequest": putRequest = try reader.value()
            case "DeleteRequest": deleteRequest = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
