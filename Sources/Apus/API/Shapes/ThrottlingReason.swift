// The shape ThrottlingReason of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Which limit a request ran into, and where.
public struct ThrottlingReason: Equatable, Sendable {
    /// The kind of limit, as `TableWriteProvisionedThroughputExceeded`.
    public var reason: String?
    /// The ARN of the table or index whose limit was met.
    public var resource: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        reason: String? = nil,
        resource: String? = nil
    ) {
        self.reason = reason
        self.resource = resource
    }
}

extension ThrottlingReason: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ThrottlingReason") { name, reader throws(ServiceError) in
            switch name {
            case "reason": reason = try reader.value()
            case "resource": resource = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
