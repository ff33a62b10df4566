// Which items a Query is about: from KeyConditions.

import ApusModel

extension KeyCondition {
    /// - Precondition: the conditions are about different attributes.
    package init(_ conditions: [LegacyCondition]) {
        self.init { () throws(ServiceError) in
            try conditions.map { condition throws(ServiceError) in
                Part(attributeName: condition.attributeName, range: try condition.range())
            }
        }
    }
}
