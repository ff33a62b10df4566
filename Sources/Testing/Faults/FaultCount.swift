// How often a fault has struck.

import ApusModel
import ApusWire

/// What has become of a fault rule since it was added.
public struct FaultCount: Equatable, Sendable {
    /// The rule's name; those of a scenario begin with the scenario's.
    public let name: String
    /// The scenario that the rule came with, if any.
    public let scenario: String?
    /// How many requests, or entries where it throttles, the rule has met in its time.
    public let matched: Int
    /// How many of them it struck.
    public let struck: Int
    /// How often it will still strike; nil where there is no end to it.
    public let left: Int?
}

extension FaultCount {
    /// Reads one rule out of what the admin interface tells.
    init(report reader: inout JSONReader) throws(ServiceError) {
        var (name, scenario) = ("", String?.none)
        var (matched, struck, left) = (0, 0, Int?.none)
        try reader.members(of: "") { member, reader throws(ServiceError) in
            switch member {
            case "rule": name = try Self.name(ofRule: &reader)
            case "scenario": scenario = try reader.optionalString()
            case "matched": matched = try reader.optionalInteger() ?? 0
            case "fired": struck = try reader.optionalInteger() ?? 0
            case "left": left = try reader.optionalInteger()
            default: try reader.skipValue()
            }
        }
        self.init(name: name, scenario: scenario, matched: matched, struck: struck, left: left)
    }

    private static func name(ofRule reader: inout JSONReader) throws(ServiceError) -> String {
        var name: String?
        try reader.members(of: "") { member, reader throws(ServiceError) in
            if "name" ~= member { name = try reader.optionalString() } else { try reader.skipValue() }
        }
        return name ?? ""
    }
}
