// The shape BatchStatementError of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Why one statement of a batch failed.
public struct BatchStatementError: Equatable, Sendable {
    /// The name of the fault.
    public var code: BatchStatementErrorCodeEnum?
    /// What is wrong, in words.
    public var message: String?
    /// The item as it stands, if its condition failed and it was asked for.
    public var item: Item?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        code: BatchStatementErrorCodeEnum? = nil,
        message: String? = nil,
        item: Item? = nil
    ) {
        self.code = code
        self.message = message
        self.item = item
    }
}

extension BatchStatementError: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BatchStatementError") { name, reader throws(ServiceError) in
            switch name {
            case "Code": code = try reader.value()
            case "Message": message = try reader.value()
            case "Item": item = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
