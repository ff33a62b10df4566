// The enumerations of the legacy parameters, in the order in which the service's messages print them.

/// How a legacy condition compares an attribute with values.
package enum ComparisonOperator: String, CaseIterable, Sendable {
    case isOneOf = "IN"
    case isAbsent = "NULL"
    case between = "BETWEEN"
    case less = "LT"
    case doesNotContain = "NOT_CONTAINS"
    case equal = "EQ"
    case greater = "GT"
    case exists = "NOT_NULL"
    case notEqual = "NE"
    case lessOrEqual = "LE"
    case begins = "BEGINS_WITH"
    case greaterOrEqual = "GE"
    case contains = "CONTAINS"
}

/// Whether all of several legacy conditions must hold, or any of them.
package enum ConditionalOperator: String, CaseIterable, Sendable {
    case or = "OR"
    case and = "AND"
}

/// What a legacy update does to an attribute.
package enum AttributeAction: String, CaseIterable, Sendable {
    // The order in which the service prints these is not published.
    case add = "ADD"
    case delete = "DELETE"
    case put = "PUT"
}
