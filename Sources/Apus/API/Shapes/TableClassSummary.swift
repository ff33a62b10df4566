// The shape TableClassSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// A table's class, and when it was last changed.
public struct TableClassSummary: Equatable, Sendable {
    /// The table class.
    public var tableClass: TableClass?
    /// When the class was last changed.
    public var lastUpdateDateTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableClass: TableClass? = nil,
        lastUpdateDateTime: Date? = nil
    ) {
        self.tableClass = tableClass
        self.lastUpdateDateTime = lastUpdateDateTime
    }
}

extension TableClassSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TableClassSummary") { name, reader throws(ServiceError) in
            switch name {
            case "TableClass": tableClass = try reader.value()
            case "LastUpdateDateTime": lastUpdateDateTime = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
