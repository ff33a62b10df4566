// The shape SearchResultItem of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One item that a vector search found.
public struct SearchResultItem: Equatable, Sendable {
    /// The item found, with the attributes asked for.
    public var item: Item?
    /// How the item's vector compares with the search vector, by the distance function of the index.
    public var score: Double?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        item: Item? = nil,
        score: Double? = nil
    ) {
        self.item = item
        self.score = score
    }
}

extension SearchResultItem: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "SearchResultItem") { name, reader throws(ServiceError) in
            switch name {
            case "Item": item = try reader.value()
            case "Score": score = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
