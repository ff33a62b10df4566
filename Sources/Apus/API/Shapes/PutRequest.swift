// The shape PutRequest of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One put of a batch.
public struct PutRequest: Equatable, Sendable {
    /// The whole item to put, its key attributes included; at most 400 KB.
    public var item: Item

    /// Takes a value for each member; those with a default may be left out.
    public init(
        item: Item
    ) {
        self.item = item
    }
}

extension PutRequest: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Item", of: item)
        }
    }
}

extension PutRequest: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var item: Item?
        try reader.members(of: "PutRequest") { name, reader throws(ServiceError) in
            switch name {
            case "Item": item = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            item: try item.required("Item")
        )
    }
}
