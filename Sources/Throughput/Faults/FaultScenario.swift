// Fault rules that belong together, under a name.

import ApusModel

/// A set of fault rules that imitates one kind of bad day.
package struct FaultScenario: Equatable, Sendable {
    package static let nameLength = 1...200

    package let name: String
    /// What happens, in one sentence.
    package let summary: String
    package let rules: [FaultRule]

    /// - Throws: a `ValidationException` for a name that is none, too many rules, or two of one name.
    package init(name: String, summary: String, rules: [FaultRule]) throws(ServiceError) {
        guard Self.nameLength.contains(name.utf8.count), TableName.hasNameCharactersOnly(name) else {
            throw .validation(
                "Fault scenario \"\(name.prefix(Self.nameLength.upperBound))\": "
                    + "name must have 1 to 200 letters, digits, underscores, hyphens and dots"
            )
        }
        guard rules.count <= FaultEngine.ruleLimit else {
            throw .validation("Fault scenario \"\(name)\": it may have at most \(FaultEngine.ruleLimit) rules")
        }
        try FaultRule.requireDistinctNames(rules)
        self.name = name
        self.summary = summary
        self.rules = rules
    }
}
