// Faults of meaning that all languages with these trees can have, in the service's words.

import ApusModel

/// What is wrong with a part of a tree before there is an item: with its operands, or with its paths.
package struct ExpressionFault: Equatable, Sendable {
    let check: Check
    package let message: String

    init(_ check: Check, _ message: String) {
        self.check = check
        self.message = message
    }

    /// The refusal in a language without the names of parameters that expressions put in front.
    package var refusal: ServiceError { .validation(message) }
}

extension ExpressionFault {
    /// - Parameter name: the operator or function whose operand is of the wrong type.
    package static func operandType(_ type: String, of name: String) -> ExpressionFault {
        ExpressionFault(
            .operandType,
            "Incorrect operand type for operator or function; operator or function: \(name), operand type: \(type)"
        )
    }

    /// - Parameter name: the operator or function that has so many operands.
    package static func operandCount(_ count: Int, of name: String) -> ExpressionFault {
        ExpressionFault(
            .operandCount,
            "Incorrect number of operands for operator or function; "
                + "operator or function: \(name), number of operands: \(count)"
        )
    }

    package static func pathRequired(by name: String) -> ExpressionFault {
        ExpressionFault(
            .operandType,
            "Operator or function requires a document path; operator or function: \(name)"
        )
    }

    package static func misuse(of name: String) -> ExpressionFault {
        ExpressionFault(
            .functionMisuse,
            "The function is not allowed to be used this way in an expression; function: \(name)"
        )
    }

    package static func typeName(_ name: String) -> ExpressionFault {
        ExpressionFault(
            .operandType,
            "Invalid attribute type name found; type: \(name), valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
        )
    }

    /// The service stops counting here, so this is the figure that it always prints.
    package static let tooManyOperators = ExpressionFault(
        .operatorCount,
        "The expression contains too many operators; operator count: \(Limits.expressionOperators + 1)"
    )

    package static func nestingLevels(_ count: Int) -> ExpressionFault {
        ExpressionFault(
            .nestingLevels,
            "The document path has too many nesting levels; nesting levels: \(count)"
        )
    }

    package static func listIndex(_ digits: String) -> ExpressionFault {
        ExpressionFault(.listIndex, "List index is not within the allowable range; index: [\(digits)]")
    }
}
