// Legacy conditions on several attributes as one condition: Expected, QueryFilter, ScanFilter.

import ApusModel

extension Condition {
    /// Nil where there are no conditions.
    ///
    /// - Parameter junction: AND where nil.
    /// - Throws: a validation error for an operator without two conditions to join.
    package init?(_ conditions: [LegacyCondition]?, joinedBy junction: ConditionalOperator?) throws(ServiceError) {
        let conditions = conditions ?? []
        if junction != nil {
            guard !conditions.isEmpty else {
                throw .validation("ConditionalOperator cannot be used without Filter or Expected")
            }
            guard conditions.count > 1 else {
                throw .validation(
                    "ConditionalOperator can only be used when Filter or Expected has two or more elements"
                )
            }
        }
        let operands = conditions.reduce(0) { $0 + 1 + $1.values.count }
        guard operands <= Limits.legacyOperands else {
            throw .validation("Filter or Expected has too many conditions and values: \(operands)")
        }
        guard !conditions.isEmpty else { return nil }
        let predicates = conditions.map(\.predicate)
        self.init(junction == .or ? .any(predicates) : .all(predicates))
    }
}
