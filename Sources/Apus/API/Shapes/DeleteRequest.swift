// The shape DeleteRequest of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One delete of a batch.
public struct DeleteRequest: Equatable, Sendable {
    /// The key of the item to delete. It need not exist.
    public var key: Item

    /// Takes a value for each member; those with a default may be left out.
    public init(
        key: Item
    ) {
        self.key = key
    }
}

extension DeleteRequest: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Key", of: key)
        }
    }
}

extension DeleteRequest: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var key: Item?
        try reader.members(of: "DeleteRequest") { name, reader throws(ServiceError) in
            switch name {
            case "Key": key = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            key: try key.required("Key")
        )
    }
}
