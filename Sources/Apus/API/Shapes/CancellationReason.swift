// The shape CancellationReason of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Why one action kept its transaction from happening. One is answered for every action, in order.
public struct CancellationReason: Equatable, Sendable {
    /// The item as it stands, if its condition failed and it was asked for.
    public var item: Item?
    /// The name of the fault, as `ConditionalCheckFailed`. It is `None` for an action without one.
    public var code: String?
    /// What is wrong, in words. Absent for an action without fault.
    public var message: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        item: Item? = nil,
        code: String? = nil,
        message: String? = nil
    ) {
        self.item = item
        self.code = code
        self.message = message
    }
}

extension CancellationReason: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "CancellationReason") { name, reader throws(ServiceError) in
            switch name {
            case "Item": item = try reader.value()
            case "Code": code = try reader.value()
            case "Message": message = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
