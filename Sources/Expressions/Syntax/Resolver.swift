// From what is written to what is meant: placeholders replaced, faults of meaning noted.

import ApusModel

/// Resolves the parts of one expression. Each kind of expression is an extension, in its folder.
///
/// A part with a fault resolves to nil, and the fault is noted: all are looked for before one is told.
struct Resolver {
    let kind: ExpressionKind
    private(set) var placeholders: Placeholders
    var faults: FaultLog

    /// - Parameter parser: the parser that has read the expression, for the faults that it has seen.
    init(after parser: Parser, placeholders: Placeholders) {
        kind = parser.kind
        self.placeholders = placeholders
        faults = FaultLog(kind: parser.kind)
        if parser.operatorCount > Limits.expressionOperators { faults.note(.tooManyOperators) }
        if parser.hasRedundantParentheses {
            faults.note(.redundantParentheses, "The expression has redundant parentheses;")
        }
    }

    mutating func path(_ written: WrittenPath) -> AttributePath? {
        guard written.elements.count <= Limits.pathElements else {
            faults.note(.nestingLevels(written.elements.count))
            return nil
        }
        let elements = written.elements.compactMap { element($0) }
        return elements.count == written.elements.count ? AttributePath(elements) : nil
    }

    private mutating func element(_ written: WrittenPath.Element) -> AttributePath.Element? {
        switch written {
        case .name(let name):
            if ReservedWords.contains(name) {
                faults.note(.reservedWord, "Attribute name is a reserved keyword; reserved keyword: \(name)")
            }
            return .name(name)
        case .placeholder(let key): return name(for: key).map { .name($0) }
        case .index(let digits): return index(digits).map { .index($0) }
        }
    }

    private mutating func name(for key: String) -> String? {
        if let name = placeholders.name(for: key) { return name }
        faults.note(
            .undefinedName,
            "An expression attribute name used in the document path is not defined; attribute name: \(key)"
        )
        return nil
    }

    private mutating func index(_ digits: String) -> Int? {
        if let index = Int(digits), Limits.listIndex.contains(index) { return index }
        faults.note(.listIndex(digits))
        return nil
    }

    mutating func value(_ key: String) -> AttributeValue? {
        if let value = placeholders.value(for: key) { return value }
        faults.note(
            .undefinedValue,
            "An expression attribute value used in expression is not defined; attribute value: \(key)"
        )
        return nil
    }
}

// Faults that several kinds of expressions have in common.
extension Resolver {
    /// The function of that name, if there is one and this kind of expression may use it.
    mutating func function(_ call: FunctionCall) -> Function? {
        guard let function = Function(rawValue: call.name) else {
            faults.note(.unknownFunction, "Invalid function name; function: \(call.name)")
            return nil
        }
        guard function.isForUpdates == (kind == .update) else {
            // Filters and key conditions are taken for conditions in this message.
            let place = kind == .update ? "an update expression" : "a condition expression"
            faults.note(.functionMisuse, "The function is not allowed in \(place); function: \(function.rawValue)")
            return nil
        }
        return function
    }

    mutating func noteMisuse(of function: Function) {
        faults.note(.misuse(of: function.rawValue))
    }

    /// Whether a function has as many arguments as it needs.
    mutating func hasRightCount(_ call: FunctionCall, for function: Function) -> Bool {
        if call.arguments.count == function.operandCount { return true }
        faults.note(.operandCount(call.arguments.count, of: function.rawValue))
        return false
    }

    mutating func noteOperandType(_ type: String, of name: String) {
        faults.note(.operandType(type, of: name))
    }

    mutating func notePathRequired(by function: Function) {
        faults.note(.pathRequired(by: function.rawValue))
    }
}
