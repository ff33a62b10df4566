// The shape ItemCollectionMetrics of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// About how large the items of one partition key value are together. Only for tables with a local index.
public struct ItemCollectionMetrics: Equatable, Sendable {
    /// The partition key value that the items share.
    public var itemCollectionKey: Item?
    /// A lower and an upper estimate, in gigabytes.
    public var sizeEstimateRangeGB: [Double]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        itemCollectionKey: Item? = nil,
        sizeEstimateRangeGB: [Double]? = nil
    ) {
        self.itemCollectionKey = itemCollectionKey
        self.sizeEstimateRangeGB = sizeEstimateRangeGB
    }
}

extension ItemCollectionMetrics: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ItemCollectionMetrics") { name, reader throws(ServiceError) in
            switch name {
            case "ItemCollectionKey": itemCollectionKey = try reader.value()
            case "SizeEstimateRangeGB": sizeEstimateRangeGB = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
