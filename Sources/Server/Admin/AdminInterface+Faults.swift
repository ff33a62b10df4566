// Fault rules and scenarios, listed and changed.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

extension AdminInterface {
    func writeFaults(_ writer: inout JSONWriter) {
        let reports = faults.reports
        let active = Set(reports.compactMap(\.scenario))
        writer.name("rules")
        writer.array { writer in reports.forEach { $0.write(to: &writer) } }
        writer.name("scenarios")
        writer.array { writer in
            for scenario in faults.scenarios {
                writer.object { writer in
                    writer.member("name", scenario.name)
                    writer.member("summary", scenario.summary)
                    writer.member("active", active.contains(scenario.name))
                }
            }
        }
    }

    /// Adds the rules of a plan, or a single rule; one of a name that is there already takes its place.
    func addFaults(_ body: UnsafeRawBufferPointer) throws -> HTTPReply {
        let taken = Set(faults.reports.map(\.rule.name))
        let now = database.clock.now
        if try JSONReader.isFaultPlan(body) {
            try faults.add(try FaultPlan(json: body, takenNames: taken), at: now)
        } else {
            try faults.add([try FaultRule(json: body, takenNames: taken)], at: now)
        }
        return answerWithFaults()
    }

    /// What is told after each change; reads may have to be staler than before, or need not be any more.
    private func answerWithFaults() -> HTTPReply {
        database.keepStates(for: faults, anyScenario: allowsScenarios)
        return Self.json(writeFaults)
    }

    func replaceFaults(_ body: UnsafeRawBufferPointer) throws -> HTTPReply {
        try faults.replaceAll(with: try FaultPlan(json: body), at: database.clock.now)
        return answerWithFaults()
    }

    /// Removes the rule of this name, or all where none is named.
    func removeFaults(_ name: String?) throws -> HTTPReply {
        guard let name = name?.withoutPercentEncoding else {
            faults.clear()
            return answerWithFaults()
        }
        guard faults.remove(name) else { throw AdminRefusal(.notFound, "There is no fault rule \"\(name)\"") }
        return answerWithFaults()
    }

    func switchScenario(_ name: String, isOn: Bool) throws -> HTTPReply {
        let name = name.withoutPercentEncoding
        guard faults.scenarios.contains(where: { $0.name == name }) else {
            let known = faults.scenarios.map(\.name).joined(separator: ", ")
            throw AdminRefusal(.notFound, "There is no fault scenario \"\(name)\"; known are \(known)")
        }
        if isOn {
            try faults.switchOn(name, at: database.clock.now)
        } else {
            try faults.switchOff(name)
        }
        return answerWithFaults()
    }
}

extension JSONReader {
    /// Whether an object has a member that only plans have.
    fileprivate static func isFaultPlan(_ json: UnsafeRawBufferPointer) throws(ServiceError) -> Bool {
        var isPlan = false
        var reader = JSONReader(json)
        try reader.members(of: "FaultPlan") { name, reader throws(ServiceError) in
            switch name {
            case "rules", "scenarios", "seed": isPlan = true
            default: break
            }
            try reader.skipValue()
        }
        return isPlan
    }
}

extension Database {
    /// Keeps states as old as any rule may want a read to see.
    ///
    /// - Parameter anyScenario: whether a request may ask for any of the scenarios.
    package func keepStates(for faults: FaultEngine, anyScenario: Bool) {
        let rules = faults.reports.map(\.rule) + (anyScenario ? faults.scenarios.flatMap(\.rules) : [])
        let ages = rules.compactMap { rule -> Duration? in
            if case .stale(let duration) = rule.effect { duration } else { nil }
        }
        keepStates(for: ages.max() ?? .zero)
    }
}
