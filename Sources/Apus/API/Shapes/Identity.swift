// The shape Identity of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Who made a change, where it was the service itself.
public struct Identity: Equatable, Sendable {
    /// The name of the service: `dynamodb.amazonaws.com`.
    public var principalID: String?
    /// What kind of identity it is: `Service`.
    public var type: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        principalID: String? = nil,
        type: String? = nil
    ) {
        self.principalID = principalID
        self.type = type
    }
}

extension Identity: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Identity") { name, reader throws(ServiceError) in
            switch name {
            case "PrincipalId": principalID = try reader.value()
            case "Type": type = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
