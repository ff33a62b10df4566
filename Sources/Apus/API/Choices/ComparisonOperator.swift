// The choices of ComparisonOperator in the API. Written by script/generate-api.

/// How the old conditions compare an attribute. Expressions replace them.
public struct ComparisonOperator: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Equal to the value.
    public static let eq = ComparisonOperator(rawValue: "EQ")
    /// Not equal to the value.
    public static let ne = ComparisonOperator(rawValue: "NE")
    /// Equal to one of the values.
    public static let `in` = ComparisonOperator(rawValue: "IN")
    /// Less than the value, or equal.
    public static let le = ComparisonOperator(rawValue: "LE")
    /// Less than the value.
    public static let lt = ComparisonOperator(rawValue: "LT")
    /// Greater than the value, or equal.
    public static let ge = ComparisonOperator(rawValue: "GE")
    /// Greater than the value.
    public static let gt = ComparisonOperator(rawValue: "GT")
    /// At least the first value and at most the second.
    public static let between = ComparisonOperator(rawValue: "BETWEEN")
    /// The attribute exists, whatever its value.
    public static let notNull = ComparisonOperator(rawValue: "NOT_NULL")
    /// The attribute does not exist.
    public static let null = ComparisonOperator(rawValue: "NULL")
    /// The string has the part, or the set or list the element.
    public static let contains = ComparisonOperator(rawValue: "CONTAINS")
    /// The string lacks the part, or the set or list the element.
    public static let notContains = ComparisonOperator(rawValue: "NOT_CONTAINS")
    /// The string or binary begins with the value.
    public static let beginsWith = ComparisonOperator(rawValue: "BEGINS_WITH")
}

extension ComparisonOperator: WrittenShape, ReadShape {}
