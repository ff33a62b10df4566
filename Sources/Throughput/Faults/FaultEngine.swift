// The faults of a server: which rules are at work, and what they do to each request.

import ApusModel
import Synchronization

/// Decides on the faults of requests, by rules that may change at any time.
///
/// Each rule draws from a source of chance of its own, which follows from the engine's seed and the rule's name: the
/// same requests at the same times are decided in the same way, whatever other rules there are. Rules keep the order in
/// which they were added.
package final class FaultEngine: Sendable {
    package static let ruleLimit = 1_000
    /// Built-in scenarios included.
    package static let scenarioLimit = 100

    private let hasRules = Atomic(false)
    private let roster: Mutex<FaultRoster>

    package init(seed: UInt64) {
        roster = Mutex(FaultRoster(seed: seed))
    }

    /// Whether no rule is at work. It takes no lock, so that a server without faults need not even make a subject.
    package var isEmpty: Bool { !hasRules.load(ordering: .acquiring) }

    /// What has become of the rules at work, in their order.
    package var reports: [FaultReport] { roster.withLock(\.reports) }

    /// The scenarios that can be named, built-in ones first.
    package var scenarios: [FaultScenario] { roster.withLock(\.scenarios) }

    // MARK: Rules

    /// Adds rules, all or none. One with the name of another takes its place, and its counts begin anew.
    ///
    /// - Throws: a `ValidationException` where that makes too many, or two of these have one name.
    package func add(_ rules: [FaultRule], at now: Timestamp) throws(ServiceError) {
        try change { roster throws(ServiceError) in try roster.add(rules, at: now) }
    }

    /// Adds the rules and scenarios of a plan, all or none. Where the plan has a seed, its rules draw from that.
    package func add(_ plan: FaultPlan, at now: Timestamp) throws(ServiceError) {
        try change { roster throws(ServiceError) in try roster.add(plan, at: now) }
    }

    /// Puts a plan in the place of all rules and of all scenarios that are not built in.
    package func replaceAll(with plan: FaultPlan, at now: Timestamp) throws(ServiceError) {
        try change { roster throws(ServiceError) in try roster.replaceAll(with: plan, at: now) }
    }

    /// Answers false where there is no rule of this name.
    @discardableResult
    package func remove(_ name: String) -> Bool {
        change { $0.remove(name) }
    }

    /// Removes all rules, and forgets what scenarios that single requests asked for have counted.
    package func clear() {
        change { $0.clear() }
    }

    // MARK: Scenarios

    /// Makes scenarios known. One with the name of another takes its place; rules that are at work stay.
    package func define(_ scenarios: [FaultScenario]) throws(ServiceError) {
        try change { roster throws(ServiceError) in try roster.define(scenarios) }
    }

    /// Adds the rules of a scenario.
    ///
    /// - Throws: a `ValidationException` where there is no such scenario, or there would be too many rules.
    package func switchOn(_ scenario: String, at now: Timestamp) throws(ServiceError) {
        try change { roster throws(ServiceError) in try roster.switchOn(scenario, at: now) }
    }

    /// Removes the rules that a scenario has added.
    package func switchOff(_ scenario: String) throws(ServiceError) {
        try change { roster throws(ServiceError) in try roster.switchOff(scenario) }
    }

    private func change<Result: Sendable, Failure: Error>(
        _ body: (inout FaultRoster) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try roster.withLock { roster throws(Failure) in
            defer { hasRules.store(!roster.isEmpty, ordering: .releasing) }
            return try body(&roster)
        }
    }

    // MARK: Decisions

    /// What the rules at work do to a request.
    package func decide(_ subject: FaultSubject, at now: Timestamp) -> FaultDecision {
        if isEmpty { return .none }
        return roster.withLock { $0.decide(subject, at: now) }
    }

    /// What the rules at work do to a request, and after them those of a scenario that this request has asked for.
    ///
    /// The scenario counts on from one such request to the next, and its times run from the first. It adds nothing
    /// where it is switched on anyway.
    ///
    /// - Throws: a `ValidationException` where there is no such scenario.
    package func decide(
        _ subject: FaultSubject,
        at now: Timestamp,
        scenario: String
    ) throws(ServiceError) -> FaultDecision {
        try roster.withLock { roster throws(ServiceError) in
            try roster.decide(subject, at: now, scenario: scenario)
        }
    }
}
