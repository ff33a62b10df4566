// What fault rules have met and done.

/// What has become of a rule since it was added.
package struct FaultReport: Equatable, Sendable {
    package let rule: FaultRule
    /// The scenario that it was switched on with, if any.
    package let scenario: String?
    /// How many requests, or entries where the rule throttles, it has met in its time.
    package let matched: Int
    package let fired: Int
    /// How many firings are left; nil where there is no end to them.
    package let left: Int?
}
