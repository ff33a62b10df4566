// A demand on an item, for the condition of a write and the filter of a read.

/// What an item has to be like, for a write to happen or for a read to return it.
///
/// Conditions are built from ``path(_:)`` with operators and functions, and joined with `&&`, `||` and `!`:
///
///     let condition = path("stock") >= 1 && !(path("state") == "sold" || path("tags").contains("reserved"))
///
/// Comparisons follow the service: values of different types are unequal and never less or greater, and where there is
/// nothing at a path only `!=` holds. An item that does not exist is an item without attributes.
public struct ConditionExpression: Sendable {
    indirect enum Form: Sendable {
        case comparison(any Operand, ComparisonSign, any Operand)
        case between(any Operand, lower: any Operand, upper: any Operand)
        case isOneOf(any Operand, [any Operand])
        case call(String, [any Operand])
        case not(Form)
        // Neither of these holds another of its own kind.
        case all([Form])
        case any([Form])
    }

    let form: Form

    init(_ form: Form) {
        self.form = form
    }

    /// Both conditions.
    public static func && (left: ConditionExpression, right: ConditionExpression) -> ConditionExpression {
        ConditionExpression(.all(left.form.conjuncts + right.form.conjuncts))
    }

    /// At least one of the conditions.
    public static func || (left: ConditionExpression, right: ConditionExpression) -> ConditionExpression {
        ConditionExpression(.any(left.form.alternatives + right.form.alternatives))
    }

    /// The opposite of the condition, so it holds too where an attribute that the condition compares is missing.
    public static prefix func ! (condition: ConditionExpression) -> ConditionExpression {
        if case .not(let inner) = condition.form { return ConditionExpression(inner) }
        return ConditionExpression(.not(condition.form))
    }
}

extension ConditionExpression.Form {
    fileprivate var conjuncts: [Self] {
        if case .all(let parts) = self { parts } else { [self] }
    }

    fileprivate var alternatives: [Self] {
        if case .any(let parts) = self { parts } else { [self] }
    }
}

/// The signs of comparisons.
enum ComparisonSign: String {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}
