// The operators of legacy conditions: how many values each takes, and of which types.

import ApusModel

/// The comparison operators, under the names that requests and messages give them.
package enum LegacyComparison: String, CaseIterable, Sendable {
    case equal = "EQ"
    case notEqual = "NE"
    case less = "LT"
    case lessOrEqual = "LE"
    case greater = "GT"
    case greaterOrEqual = "GE"
    case between = "BETWEEN"
    case isOneOf = "IN"
    case contains = "CONTAINS"
    case doesNotContain = "NOT_CONTAINS"
    case begins = "BEGINS_WITH"
    case isAbsent = "NULL"
    case exists = "NOT_NULL"

    var valueCounts: ClosedRange<Int> {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains, .doesNotContain, .begins:
            1...1
        case .between: 2...2
        case .isOneOf: 1...Int.max
        case .isAbsent, .exists: 0...0
        }
    }

    func takes(_ type: AttributeType) -> Bool {
        switch self {
        case .equal, .notEqual, .isAbsent, .exists: true
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .between, .isOneOf, .contains, .doesNotContain:
            type.isOrdered
        case .begins: type == .string || type == .binary
        }
    }
}
