// The shape Endpoint of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// An address of the service, and how long it holds.
public struct DiscoveredEndpoint: Equatable, Sendable {
    /// A host name, without a scheme.
    public var address: String
    /// How long the address may be used before asking again, in minutes.
    public var cachePeriodInMinutes: Int

    /// Takes a value for each member; those with a default may be left out.
    public init(
        address: String,
        cachePeriodInMinutes: Int
    ) {
        self.address = address
        self.cachePeriodInMinutes = cachePeriodInMinutes
    }
}

extension DiscoveredEndpoint: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var address: String?
        var cachePeriodInMinutes: Int?
        try reader.members(of: "Endpoint") { name, reader throws(ServiceError) in
            switch name {
            case "Address": address = try reader.value()
            case "CachePeriodInMinutes": cachePeriodInMinutes = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            address: try address.required("Address"),
            cachePeriodInMinutes: try cachePeriodInMinutes.required("CachePeriodInMinutes")
        )
    }
}
