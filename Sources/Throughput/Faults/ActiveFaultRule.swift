// A fault rule at work: what it has met, and whether it strikes.

import ApusModel

/// A rule since it was added, with its counts and its own source of chance.
///
/// It asks nothing of other rules: the same requests at the same times make it strike in the same way.
struct ActiveFaultRule: Sendable {
    let rule: FaultRule
    /// The scenario that it came with, if any.
    let scenario: String?
    private let start: Timestamp?
    private let end: Timestamp?
    private let chance: SeededChance
    private var matched = 0
    private var fired = 0

    init(_ rule: FaultRule, of scenario: String?, seed: UInt64, addedAt now: Timestamp) {
        self.rule = rule
        self.scenario = scenario
        start = rule.trigger.from?.time(addedAt: now)
        end = rule.trigger.until?.time(addedAt: now)
        chance = SeededChance(seed: seed ^ Self.hash(of: rule.name))
    }

    var report: FaultReport {
        FaultReport(
            rule: rule,
            scenario: scenario,
            matched: matched,
            fired: fired,
            left: rule.trigger.next.map { $0 - fired }
        )
    }

    /// Adds to a decision what the rule does to a request.
    mutating func apply(to subject: FaultSubject, at now: Timestamp, _ decision: inout FaultDecision) {
        guard isOpen(at: now) else { return }
        switch rule.effect {
        case .throttle(let reason):
            for position in rule.match.positions(in: subject) where fires() { decision.throttle(position, reason) }
        case .unprocessed(let count):
            let positions = rule.match.positions(in: subject)
            if !positions.isEmpty, fires() { decision.handBack(positions.suffix(count)) }
        case .conflict:
            for position in rule.match.positions(in: subject) where fires() { decision.conflict(position) }
        case .hold(let duration): if meets(subject), fires() { decision.hold(for: duration) }
        case .delay(let delay): if meets(subject), fires() { decision.wait(delay.length(by: chance)) }
        case .error(let phase): if meets(subject), fires() { decision.fail(phase) }
        case .drop(let phase): if meets(subject), fires() { decision.breakReply(.dropped(phase)) }
        case .halfReply: if meets(subject), fires() { decision.breakReply(.half) }
        case .wrongChecksum: if meets(subject), fires() { decision.breakReply(.wrongChecksum) }
        case .stale(let duration): if meets(subject), fires() { decision.age(by: duration) }
        }
    }

    private func isOpen(at now: Timestamp) -> Bool {
        (start.map { $0 <= now } ?? true) && (end.map { now < $0 } ?? true)
    }

    private func meets(_ subject: FaultSubject) -> Bool {
        rule.match.meets(subject)
    }

    /// Counts a match, and tells whether the rule strikes at it.
    private mutating func fires() -> Bool {
        matched += 1
        let trigger = rule.trigger
        if let every = trigger.every, matched % every != 0 { return false }
        if let probability = trigger.probability, chance.fraction() >= probability { return false }
        if let next = trigger.next, fired >= next { return false }
        fired += 1
        return true
    }

    /// The same number for the same name on every machine (FNV-1a), unlike Swift's own hashes.
    private static func hash(of name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
