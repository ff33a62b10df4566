// The operators of legacy conditions: how many values each takes, and of which types.

import ApusModel

extension ComparisonOperator {
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
