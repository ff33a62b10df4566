// A condition on an item: from a ConditionExpression or a FilterExpression.

import ApusModel

/// Whether an item is as a write demands, or belongs into the answer of a read.
package struct Condition: Sendable {
    /// Which parameter a condition comes in; messages begin with its name.
    package enum Kind: String, Sendable {
        case condition = "ConditionExpression"
        case filter = "FilterExpression"

        fileprivate var expressionKind: ExpressionKind {
            switch self {
            case .condition: .condition
            case .filter: .filter
            }
        }
    }

    package let predicate: Predicate

    package init(_ predicate: Predicate) {
        self.predicate = predicate
    }

    /// - Throws: a validation error for the first fault of syntax, else of meaning.
    package init(
        parsing text: String,
        as kind: Kind = .condition,
        using placeholders: inout Placeholders
    ) throws(ServiceError) {
        predicate = try Predicate(parsing: text, as: kind.expressionKind, using: &placeholders)
    }

    /// - Parameter item: the item as it is, without attributes where there is none.
    package func isMet(by item: Item) -> Bool {
        predicate.holds(for: item)
    }

    /// How many operands the condition has: what testing an item costs at most.
    package var operandCount: Int { predicate.operandCount }

    /// The paths that the condition names, each as often as it does so.
    package var paths: [AttributePath] { predicate.paths }
}
