// From a condition as written to its tree, and the faults of meaning that conditions can have.

import ApusModel

extension Predicate {
    /// - Throws: a validation error for the first fault of syntax, else of meaning.
    init(
        parsing text: String,
        as kind: ExpressionKind,
        using placeholders: inout Placeholders
    ) throws(ServiceError) {
        var parser = try Parser(text, kind: kind)
        let written = try parser.parseCondition()
        var resolver = Resolver(after: parser, placeholders: placeholders)
        let predicate = resolver.predicate(written)
        try resolver.faults.requireNone()
        guard let predicate else { preconditionFailure("a condition without a fault has a tree") }
        placeholders = resolver.placeholders
        self = predicate
    }
}

extension Resolver {
    fileprivate mutating func predicate(_ written: WrittenCondition) -> Predicate? {
        switch written {
        case .comparison(let left, let comparator, let right):
            operands([left, right]).map { comparison($0[0], comparator, $0[1]) }
        case .between(let operand, let lower, let upper):
            operands([operand, lower, upper]).map { between($0[0], $0[1], $0[2]) }
        case .isOneOf(let operand, let candidates): isOneOf(operand, candidates)
        case .call(let call): predicate(call)
        case .not(let inner): predicate(inner).map { .not($0) }
        case .all(let parts): predicates(parts).map { .all($0) }
        case .any(let parts): predicates(parts).map { .any($0) }
        }
    }

    private mutating func predicates(_ written: [WrittenCondition]) -> [Predicate]? {
        let predicates = written.compactMap { predicate($0) }
        return predicates.count == written.count ? predicates : nil
    }

    private mutating func comparison(_ left: Operand, _ comparator: Comparator, _ right: Operand) -> Predicate {
        requireDistinct([left, right], for: comparator.rawValue)
        if comparator.isOrdering { requireOrdered([left, right], for: comparator.rawValue) }
        return .comparison(left, comparator, right)
    }

    private mutating func between(_ operand: Operand, _ lower: Operand, _ upper: Operand) -> Predicate {
        requireDistinct([operand, lower, upper], for: "BETWEEN")
        requireOrdered([operand, lower, upper], for: "BETWEEN")
        if case .value(let lower) = lower, case .value(let upper) = upper { requireOrder(from: lower, to: upper) }
        return .between(operand, lower: lower, upper: upper)
    }

    private mutating func isOneOf(_ operand: WrittenOperand, _ candidates: [WrittenOperand]) -> Predicate? {
        let resolved = operands([operand] + candidates)
        // Which figure the service prints is not published; this is the number of candidates.
        if candidates.count > Limits.inOperands { noteOperandCount(candidates.count, of: "IN") }
        guard let resolved else { return nil }
        requireDistinct(resolved, for: "IN")
        return .isOneOf(resolved[0], Array(resolved.dropFirst()))
    }
}

// Operands and functions.
extension Resolver {
    private mutating func operands(_ written: [WrittenOperand]) -> [Operand]? {
        let operands = written.compactMap { operand($0) }
        return operands.count == written.count ? operands : nil
    }

    private mutating func operand(_ written: WrittenOperand) -> Operand? {
        switch written {
        case .path(let written): path(written).map { .path($0) }
        case .value(let key): value(key).map { .value($0) }
        case .call(let call): size(call)
        }
    }

    /// A function in the place of an operand, where only `size` may stand.
    private mutating func size(_ call: FunctionCall) -> Operand? {
        let arguments = operands(call.arguments)
        guard let function = function(call) else { return nil }
        guard function == .size else {
            noteMisuse(of: function)
            return nil
        }
        guard hasRightCount(call, for: .size), let operand = arguments?.first else { return nil }
        if let type = operand.constantType, type == .number || type == .bool || type == .null {
            noteOperandType(type.rawValue, of: call.name)
        }
        return .size(operand)
    }

    /// A function in the place of a condition, where every one but `size` may stand.
    private mutating func predicate(_ call: FunctionCall) -> Predicate? {
        let arguments = operands(call.arguments)
        guard let function = function(call) else { return nil }
        guard function != .size else {
            noteMisuse(of: .size)
            return nil
        }
        guard hasRightCount(call, for: function), let arguments else { return nil }
        return predicate(function, of: arguments)
    }

    private mutating func predicate(_ function: Function, of arguments: [Operand]) -> Predicate? {
        switch function {
        case .attributeExists: return requirePath(arguments[0], for: function).map { .exists($0) }
        case .attributeNotExists: return requirePath(arguments[0], for: function).map { .doesNotExist($0) }
        case .attributeType:
            let path = requirePath(arguments[0], for: function)
            guard let type = attributeType(arguments[1]), let path else { return nil }
            return .isOfType(path, type)
        case .beginsWith:
            requireDistinct(arguments, for: function.rawValue)
            require(arguments, for: function.rawValue) { $0 == .string || $0 == .binary }
            return .begins(arguments[0], with: arguments[1])
        case .contains:
            requireDistinct(arguments, for: function.rawValue)
            return .contains(arguments[0], element: arguments[1])
        case .size, .ifNotExists, .listAppend: preconditionFailure("no condition can be such a function")
        }
    }

    private mutating func requirePath(_ operand: Operand, for function: Function) -> AttributePath? {
        if case .path(let path) = operand { return path }
        notePathRequired(by: function)
        return nil
    }

    /// The type that the second argument of `attribute_type` names.
    private mutating func attributeType(_ operand: Operand) -> AttributeType? {
        guard case .value(.string(let name)) = operand else {
            let type = operand.constantType?.rawValue ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"
            noteOperandType(type, of: Function.attributeType.rawValue)
            return nil
        }
        if let type = AttributeType(rawValue: name) { return type }
        faults.note(
            .operandType,
            "Invalid attribute type name found; type: \(name), valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
        )
        return nil
    }
}

// Demands on operands that can be checked before there is an item.
extension Resolver {
    /// The first operand may not be the same path as another.
    private mutating func requireDistinct(_ operands: [Operand], for name: String) {
        guard case .path(let first) = operands[0], operands.dropFirst().contains(operands[0]) else { return }
        faults.note(
            .distinctOperands,
            "The first operand must be distinct from the remaining operands for this operator or function; "
                + "operator: \(name), first operand: \(first)"
        )
    }

    private mutating func requireOrdered(_ operands: [Operand], for name: String) {
        require(operands, for: name) { $0.isOrdered }
    }

    /// Holds the operands whose type is known already against a demand.
    private mutating func require(_ operands: [Operand], for name: String, _ isAllowed: (AttributeType) -> Bool) {
        guard let type = operands.lazy.compactMap(\.constantType).first(where: { !isAllowed($0) }) else { return }
        noteOperandType(type.rawValue, of: name)
    }

    /// The bounds of a BETWEEN, if both are constants.
    private mutating func requireOrder(from lower: AttributeValue, to upper: AttributeValue) {
        let demand =
            if lower.type != upper.type {
                "requires same data type for lower and upper bounds"
            } else {
                "requires upper bound to be greater than or equal to lower bound"
            }
        if let order = lower.order(relativeTo: upper), order <= 0 { return }
        faults.note(
            .operandType,
            "The BETWEEN operator \(demand); lower bound operand: AttributeValue: {\(lower.boundText)}, "
                + "upper bound operand: AttributeValue: {\(upper.boundText)}"
        )
    }
}
