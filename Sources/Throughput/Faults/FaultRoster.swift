// The fault rules at work and the scenarios that are known.

import ApusModel

/// What a `FaultEngine` keeps under its lock. Each change happens as a whole or, where it is refused, not at all.
struct FaultRoster: Sendable {
    private var seed: UInt64
    private var active: [ActiveFaultRule] = []
    private(set) var scenarios = FaultScenario.builtIn
    /// The rules of scenarios that single requests have asked for, since the first of these requests.
    private var asked: [String: [ActiveFaultRule]] = [:]

    init(seed: UInt64) {
        self.seed = seed
    }

    var isEmpty: Bool { active.isEmpty }

    var reports: [FaultReport] { active.map(\.report) }

    // MARK: Rules

    mutating func add(_ plan: FaultPlan, at now: Timestamp) throws(ServiceError) {
        var roster = self
        try roster.define(plan.scenarios)
        try roster.add(plan.rules, seed: plan.seed, at: now)
        self = roster
    }

    /// - Parameter seed: what the rules draw from; nil for the seed of all.
    mutating func add(
        _ rules: [FaultRule],
        of scenario: String? = nil,
        seed: UInt64? = nil,
        at now: Timestamp
    ) throws(ServiceError) {
        try FaultRule.requireDistinctNames(rules)
        let names = Set(active.map(\.rule.name)).union(rules.map(\.name))
        guard names.count <= FaultEngine.ruleLimit else {
            throw .validation(
                "There may be at most \(FaultEngine.ruleLimit) fault rules, but these would make \(names.count); "
                    + "remove some first"
            )
        }
        for rule in rules {
            let added = ActiveFaultRule(rule, of: scenario, seed: seed ?? self.seed, addedAt: now)
            if let position = active.firstIndex(where: { $0.rule.name == rule.name }) {
                active[position] = added
            } else {
                active.append(added)
            }
        }
    }

    mutating func replaceAll(with plan: FaultPlan, at now: Timestamp) throws(ServiceError) {
        var roster = FaultRoster(seed: plan.seed ?? seed)
        try roster.define(plan.scenarios)
        try roster.add(plan.rules, at: now)
        self = roster
    }

    mutating func remove(_ name: String) -> Bool {
        let count = active.count
        active.removeAll { $0.rule.name == name }
        return active.count < count
    }

    mutating func clear() {
        active = []
        asked = [:]
    }

    // MARK: Scenarios

    mutating func define(_ added: [FaultScenario]) throws(ServiceError) {
        var scenarios = scenarios
        for scenario in added {
            if let position = scenarios.firstIndex(where: { $0.name == scenario.name }) {
                scenarios[position] = scenario
            } else {
                scenarios.append(scenario)
            }
        }
        guard scenarios.count <= FaultEngine.scenarioLimit else {
            throw .validation(
                "There may be at most \(FaultEngine.scenarioLimit) fault scenarios, built-in ones included, "
                    + "but these would make \(scenarios.count)"
            )
        }
        self.scenarios = scenarios
        for scenario in added { asked[scenario.name] = nil }
    }

    mutating func switchOn(_ name: String, at now: Timestamp) throws(ServiceError) {
        try add(scenario(name).rules, of: name, at: now)
    }

    mutating func switchOff(_ name: String) throws(ServiceError) {
        _ = try scenario(name)
        active.removeAll { $0.scenario == name }
    }

    private func scenario(_ name: String) throws(ServiceError) -> FaultScenario {
        guard let scenario = scenarios.first(where: { $0.name == name }) else {
            let known = scenarios.map { $0.name }.joined(separator: ", ")
            throw .validation("There is no fault scenario \"\(name.prefix(200))\"; known are \(known)")
        }
        return scenario
    }

    // MARK: Decisions

    mutating func decide(_ subject: FaultSubject, at now: Timestamp) -> FaultDecision {
        var decision = FaultDecision.none
        active.apply(to: subject, at: now, &decision)
        return decision
    }

    mutating func decide(
        _ subject: FaultSubject,
        at now: Timestamp,
        scenario name: String
    ) throws(ServiceError) -> FaultDecision {
        let scenario = try scenario(name)
        var decision = decide(subject, at: now)
        guard !active.contains(where: { $0.scenario == name }) else { return decision }
        let fresh = scenario.rules.map { ActiveFaultRule($0, of: name, seed: seed, addedAt: now) }
        asked[name, default: fresh].apply(to: subject, at: now, &decision)
        return decision
    }
}

extension [ActiveFaultRule] {
    fileprivate mutating func apply(to subject: FaultSubject, at now: Timestamp, _ decision: inout FaultDecision) {
        for position in indices { self[position].apply(to: subject, at: now, &decision) }
    }
}
