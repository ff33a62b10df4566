// Files of faults: a seed, rules and scenarios, from JSON.

import ApusModel
import ApusThroughput
import ApusWire

extension FaultPlan {
    /// Reads a whole plan: `{"seed": 7, "rules": […], "scenarios": {"name": {"summary": "…", "rules": […]}}}`.
    ///
    /// Rules without a name are called `rule-1`, `rule-2` and so on by their place, or by the next place whose name is
    /// free; within a scenario the scenario's name stands before that.
    ///
    /// - Parameter takenNames: those of rules that the new ones must not replace by chance.
    /// - Throws: a `ValidationException` that says what is wrong and what may stand there; a `SerializationException`
    ///   for what is not JSON.
    package init(json: UnsafeRawBufferPointer, takenNames: Set<String> = []) throws(ServiceError) {
        self = try JSONReader.whole(json) { reader throws(ServiceError) in
            try FaultPlan(reading: &reader, takenNames: takenNames)
        }
    }

    private init(reading reader: inout JSONReader, takenNames: Set<String>) throws(ServiceError) {
        let members = FaultMembers(owner: "Fault plan: ")
        var seed: UInt64?
        var (rules, scenarios) = ([FaultRule](), [FaultScenario]())
        let known = ["seed", "rules", "scenarios"]
        try members.read("it", known: known, from: &reader) { member, reader throws(ServiceError) in
            switch member {
            case "seed":
                let kind = "a whole number from 0 to \(UInt64.max)"
                seed = try members.number(member, from: &reader, kind) { UInt64($0) }
            case "rules":
                rules = try reader.faultRules(members, names: UnnamedRules(prefix: "", taken: takenNames))
            default: scenarios = try reader.faultScenarios(members)
            }
        }
        self.init(seed: seed, rules: rules, scenarios: scenarios)
    }
}

extension FaultRule {
    /// Reads one rule, and nothing else; where it has no name, it gets the first of `rule-1`, `rule-2` and so on that
    /// is not taken.
    package init(json: UnsafeRawBufferPointer, takenNames: Set<String> = []) throws(ServiceError) {
        self = try JSONReader.whole(json) { reader throws(ServiceError) in
            var names = UnnamedRules(prefix: "", taken: takenNames)
            return try FaultRule(reading: &reader, fallbackName: names.next(from: 1))
        }
    }
}

extension FaultScenario {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("summary", summary)
            writer.name("rules")
            writer.array { writer in rules.forEach { $0.write(to: &writer) } }
        }
    }
}

/// The names that rules get which have none.
private struct UnnamedRules {
    let prefix: String
    var taken: Set<String>

    /// The first name that is free from this place on.
    mutating func next(from place: Int) -> String {
        var place = place
        while !taken.insert("\(prefix)rule-\(place)").inserted { place += 1 }
        return "\(prefix)rule-\(place)"
    }
}

extension JSONReader {
    /// Answers what `body` reads, if that is all that the bytes hold.
    fileprivate static func whole<Value>(
        _ json: UnsafeRawBufferPointer,
        _ body: (inout JSONReader) throws(ServiceError) -> Value
    ) throws(ServiceError) -> Value {
        do throws(ServiceError) {
            var reader = JSONReader(json)
            let value = try body(&reader)
            try reader.requireEnd()
            return value
        } catch {
            guard error.message == nil else { throw error }
            throw .serialization("The faults are no valid JSON, or name a member twice")
        }
    }

    fileprivate mutating func faultRules(
        _ members: FaultMembers,
        names: UnnamedRules
    ) throws(ServiceError) -> [FaultRule] {
        guard case .array = try peekKind() else { throw members.refusal("rules must be a list of fault rules") }
        var (names, rules) = (names, [FaultRule]())
        let given = try givenNames(members)
        names.taken.formUnion(given.compactMap { $0 })
        _ = try elements { reader throws(ServiceError) in
            let name = given[rules.count] ?? names.next(from: rules.count + 1)
            rules.append(try FaultRule(reading: &reader, fallbackName: name))
        }
        return rules
    }

    /// The name of each rule of the list that begins here, without consuming anything; nil for those without.
    private func givenNames(_ members: FaultMembers) throws(ServiceError) -> [String?] {
        var (ahead, names) = (self, [String?]())
        _ = try ahead.elements { reader throws(ServiceError) in
            guard names.count < FaultEngine.ruleLimit else {
                throw members.refusal("rules must be at most \(FaultEngine.ruleLimit)")
            }
            names.append(try reader.nameAhead())
            try reader.skipValue()
        }
        return names
    }

    fileprivate mutating func faultScenarios(_ members: FaultMembers) throws(ServiceError) -> [FaultScenario] {
        guard case .object = try peekKind() else {
            throw members.refusal("scenarios must be an object of scenarios by name")
        }
        var scenarios: [FaultScenario] = []
        _ = try entries { name, reader throws(ServiceError) in
            guard scenarios.count < FaultEngine.scenarioLimit else {
                throw members.refusal("scenarios must be at most \(FaultEngine.scenarioLimit)")
            }
            scenarios.append(try reader.faultScenario(named: name))
        }
        return scenarios
    }

    private mutating func faultScenario(named name: String) throws(ServiceError) -> FaultScenario {
        let members = FaultMembers(owner: "Fault scenario \"\(name.prefix(200))\": ")
        var (summary, rules) = ("", [FaultRule]())
        try members.read("it", known: ["summary", "rules"], from: &self) { member, reader throws(ServiceError) in
            if member == "summary" {
                summary = try members.text(member, from: &reader)
            } else {
                rules = try reader.faultRules(members, names: UnnamedRules(prefix: "\(name).", taken: []))
            }
        }
        return try FaultScenario(name: name, summary: summary, rules: rules)
    }
}
