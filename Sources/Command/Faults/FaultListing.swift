// The fault rules and scenarios of a server, as it tells them.

import ApusModel
import ApusWire

/// What `apus faults list` shows. It knows no kinds of faults, so that those of a newer server are shown as well.
struct FaultListing: Equatable, Sendable {
    /// A rule in words, and what has become of it.
    struct Rule: Equatable, Sendable {
        var name = ""
        /// Which requests it meets; empty for all.
        var requests: [String] = []
        /// When it strikes; empty for always.
        var trigger: [String] = []
        var effect: [String] = []
        var matched = 0
        var fired = 0
        /// Nil where there is no end to the firings.
        var left: Int?
    }

    struct Scenario: Equatable, Sendable {
        var name = ""
        var summary = ""
        var isActive = false
    }

    let rules: [Rule]
    let scenarios: [Scenario]
}

// MARK: Reading

extension FaultListing: AdminReading {
    init(_ answer: AdminAnswer) throws(AdminError) {
        self = try answer.read { reader throws(ServiceError) in
            var (rules, scenarios) = ([Rule](), [Scenario]())
            try reader.members(of: "") { name, reader throws(ServiceError) in
                switch name {
                case "rules":
                    _ = try reader.elements { reader throws(ServiceError) in rules.append(try Rule(report: &reader)) }
                case "scenarios":
                    _ = try reader.elements { reader throws(ServiceError) in
                        scenarios.append(try Scenario(reading: &reader))
                    }
                default: try reader.skipValue()
                }
            }
            return FaultListing(rules: rules, scenarios: scenarios)
        }
    }
}

extension FaultListing.Rule {
    fileprivate init(report reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "") { name, reader throws(ServiceError) in
            switch name {
            case "rule": try read(from: &reader)
            case "matched": matched = try reader.optionalInteger() ?? 0
            case "fired": fired = try reader.optionalInteger() ?? 0
            case "left": left = try reader.optionalInteger()
            default: try reader.skipValue()
            }
        }
    }

    private mutating func read(from reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "") { member, reader throws(ServiceError) in
            switch member {
            case "name": name = try reader.optionalString() ?? ""
            case "operations": requests += try reader.optionalStrings() ?? []
            case "table", "index", "key", "caller": requests.append("\(try member.text()) \(try reader.flowText())")
            case "effect": effect = try reader.flowMembers()
            default: trigger.append("\(try member.text()) \(try reader.flowText())")
            }
        }
    }
}

extension FaultListing.Scenario {
    fileprivate init(reading reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "") { member, reader throws(ServiceError) in
            switch member {
            case "name": name = try reader.optionalString() ?? ""
            case "summary": summary = try reader.optionalString() ?? ""
            case "active": isActive = try reader.optionalBool() ?? false
            default: try reader.skipValue()
            }
        }
    }
}

// MARK: Showing

extension FaultListing {
    /// A table of the rules, and below it one of the scenarios, with a star before those that are switched on.
    var text: String {
        let scenarioTable = TextTable(
            [.init(""), .init("SCENARIO"), .init("WHAT HAPPENS")],
            rows: scenarios.map { [$0.isActive ? "*" : "", $0.name, $0.summary] }
        )
        let ruleLines = rules.isEmpty ? ["No fault rule is at work."] : ruleTable.lines
        return (scenarios.isEmpty ? ruleLines : ruleLines + [""] + scenarioTable.lines).joined(separator: "\n")
    }

    private var ruleTable: TextTable {
        TextTable(
            [
                .init("NAME"), .init("REQUESTS"), .init("TRIGGER"), .init("EFFECT"),
                .init("MATCHED", isNumber: true), .init("FIRED", isNumber: true), .init("LEFT", isNumber: true),
            ],
            rows: rules.map { rule in
                [
                    rule.name,
                    rule.requests.isEmpty ? "all" : rule.requests.joined(separator: ", "),
                    rule.trigger.isEmpty ? "always" : rule.trigger.joined(separator: ", "),
                    rule.effect.joined(separator: ", "),
                    "\(rule.matched)",
                    "\(rule.fired)",
                    rule.left.map { "\($0)" } ?? "-",
                ]
            }
        )
    }
}
