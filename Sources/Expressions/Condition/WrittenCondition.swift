// A condition as it is written, before placeholders are looked up.

/// The tree that the grammar of conditions yields.
indirect enum WrittenCondition {
    case comparison(WrittenOperand, Comparator, WrittenOperand)
    case between(WrittenOperand, lower: WrittenOperand, upper: WrittenOperand)
    case isOneOf(WrittenOperand, [WrittenOperand])
    /// A function that stands alone.
    case call(FunctionCall)
    case not(WrittenCondition)
    case all([WrittenCondition])
    case any([WrittenCondition])
}
