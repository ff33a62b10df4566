// The shape BillingModeSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// How a table's throughput is paid for, and since when it is on demand.
public struct BillingModeSummary: Equatable, Sendable {
    /// How throughput is paid for.
    public var billingMode: BillingMode?
    /// When the table last went on demand. Absent if it never did.
    public var lastUpdateToPayPerRequestDateTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        billingMode: BillingMode? = nil,
        lastUpdateToPayPerRequestDateTime: Date? = nil
    ) {
        self.billingMode = billingMode
        self.lastUpdateToPayPerRequestDateTime = lastUpdateToPayPerRequestDateTime
    }
}

extension BillingModeSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BillingModeSummary") { name, reader throws(ServiceError) in
            switch name {
            case "BillingMode": billingMode = try reader.value()
            case "LastUpdateToPayPerRequestDateTime": lastUpdateToPayPerRequestDateTime = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
