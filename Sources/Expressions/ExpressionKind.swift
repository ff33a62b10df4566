// The kinds of expressions, under the names that requests and messages give them.

import ApusModel

/// Which parameter an expression came in: its messages begin with the name, and its checks have an order of their own.
enum ExpressionKind: String {
    case condition = "ConditionExpression"
    case filter = "FilterExpression"
    case keyCondition = "KeyConditionExpression"
    case projection = "ProjectionExpression"
    case update = "UpdateExpression"

    /// A refusal of an expression of this kind.
    func refusal(_ message: String) -> ServiceError {
        .validation("Invalid \(rawValue): \(message)")
    }

    /// Of several faults in one expression the service tells the one that stands first here.
    var checks: [Check] {
        // Where the limits stand among the checks is not published; they come first here.
        let limits: [Check] = [.operatorCount, .nestingLevels, .listIndex, .redundantParentheses]
        switch self {
        case .condition, .filter, .keyCondition: return limits + Self.conditionChecks
        case .projection: return limits + [.reservedWord, .undefinedName, .overlap, .conflict]
        case .update: return limits + Self.updateChecks
        }
    }

    private static let conditionChecks: [Check] = [
        .unknownFunction, .functionMisuse, .reservedWord, .undefinedName, .undefinedValue, .operandCount,
        .distinctOperands, .operandType,
    ]

    private static let updateChecks: [Check] = [
        .reservedWord, .unknownFunction, .repeatedSection, .undefinedName, .undefinedValue, .overlap, .conflict,
        .operandCount, .operandType, .functionMisuse,
    ]
}

/// What an expression of sound syntax is checked for.
enum Check {
    case operatorCount
    case nestingLevels
    case listIndex
    case redundantParentheses
    case unknownFunction
    case functionMisuse
    case reservedWord
    case undefinedName
    case undefinedValue
    case operandCount
    case distinctOperands
    case operandType
    case repeatedSection
    case overlap
    case conflict
}
