// The rules by which faults are made on purpose.

import ApusModel

/// A fault to make on purpose: which requests it meets, when it strikes, and what it does.
package struct FaultRule: Equatable, Sendable {
    package static let nameLength = 1...255

    package let name: String
    package let match: FaultMatch
    package let trigger: FaultTrigger
    package let effect: FaultEffect

    /// A rule that leaves entries of batches unprocessed meets batches only, whether or not it says so.
    ///
    /// - Throws: a `ValidationException` that tells the rule, the member at fault, and what may stand there.
    package init(
        name: String,
        match: FaultMatch = FaultMatch(),
        trigger: FaultTrigger = FaultTrigger(),
        effect: FaultEffect
    ) throws(ServiceError) {
        guard Self.nameLength.contains(name.utf8.count), TableName.hasNameCharactersOnly(name) else {
            throw .faultRule(name, "name must have 1 to 255 letters, digits, underscores, hyphens and dots")
        }
        if let violation = trigger.violation ?? effect.violation(in: match) {
            throw .faultRule(name, violation)
        }
        self.name = name
        self.match = effect.narrowed(match)
        self.trigger = trigger
        self.effect = effect
    }

    /// Throws where two rules have one name.
    static func requireDistinctNames(_ rules: [FaultRule]) throws(ServiceError) {
        var names: Set<String> = []
        for rule in rules where !names.insert(rule.name).inserted {
            throw .faultRule(rule.name, "name must differ from those of the other rules")
        }
    }
}

extension ServiceError {
    /// What is wrong with a fault rule.
    package static func faultRule(_ name: String, _ violation: String) -> ServiceError {
        .validation("Fault rule \"\(name.prefix(FaultRule.nameLength.upperBound))\": \(violation)")
    }
}
