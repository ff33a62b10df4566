// The shape ItemResponse of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One item that a transaction answers.
public struct ItemResponse: Equatable, Sendable {
    /// The item read. Absent if there is none with this key, or after a write.
    public var item: Item?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        item: Item? = nil
    ) {
        self.item = item
    }
}

extension ItemResponse: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ItemResponse") { name, reader throws(ServiceError) in
            switch name {
            case "Item": item = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
