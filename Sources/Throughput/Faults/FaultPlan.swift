// Rules and scenarios together, as a file of faults has them.

/// All that a file of faults says.
package struct FaultPlan: Equatable, Sendable {
    /// From which chance begins; nil to keep what there is.
    package let seed: UInt64?
    package let rules: [FaultRule]
    package let scenarios: [FaultScenario]

    package init(seed: UInt64? = nil, rules: [FaultRule] = [], scenarios: [FaultScenario] = []) {
        self.seed = seed
        self.rules = rules
        self.scenarios = scenarios
    }
}
