// The operators that compare operands.

import ApusModel

// Each stands twice: values are no operands, so that two of them still compare to a Bool.
extension Operand {
    /// Whether the left side is this value: numbers by value, sets and maps in any order.
    public static func == (left: Self, right: AttributeValue) -> ConditionExpression { left == Constant(right) }
    /// Whether the left side is another value, or is missing.
    public static func != (left: Self, right: AttributeValue) -> ConditionExpression { left != Constant(right) }
    /// Whether the left side is less than a text, a number or bytes.
    public static func < (left: Self, right: AttributeValue) -> ConditionExpression { left < Constant(right) }
    /// Whether the left side is at most a text, a number or bytes.
    public static func <= (left: Self, right: AttributeValue) -> ConditionExpression { left <= Constant(right) }
    /// Whether the left side is greater than a text, a number or bytes.
    public static func > (left: Self, right: AttributeValue) -> ConditionExpression { left > Constant(right) }
    /// Whether the left side is at least a text, a number or bytes.
    public static func >= (left: Self, right: AttributeValue) -> ConditionExpression { left >= Constant(right) }

    /// Whether both sides are the same value; false where one is missing.
    public static func == (left: Self, right: some Operand) -> ConditionExpression { compare(left, .equal, right) }
    /// Whether the sides are different values, or one is missing.
    public static func != (left: Self, right: some Operand) -> ConditionExpression { compare(left, .notEqual, right) }
    /// Whether both sides are texts, numbers or bytes and the left is less.
    public static func < (left: Self, right: some Operand) -> ConditionExpression { compare(left, .less, right) }
    /// Whether both sides are texts, numbers or bytes and the left is less or equal.
    public static func <= (left: Self, right: some Operand) -> ConditionExpression {
        compare(left, .lessOrEqual, right)
    }
    /// Whether both sides are texts, numbers or bytes and the left is greater.
    public static func > (left: Self, right: some Operand) -> ConditionExpression { compare(left, .greater, right) }
    /// Whether both sides are texts, numbers or bytes and the left is greater or equal.
    public static func >= (left: Self, right: some Operand) -> ConditionExpression {
        compare(left, .greaterOrEqual, right)
    }

    private static func compare(_ left: Self, _ sign: ComparisonSign, _ right: some Operand) -> ConditionExpression {
        ConditionExpression(.comparison(left, sign, right))
    }
}
