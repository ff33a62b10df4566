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
            operands([left, right]).map { checked(.comparison($0[0], comparator, $0[1])) }
        case .between(let operand, let lower, let upper):
            operands([operand, lower, upper]).map { checked(.between($0[0], lower: $0[1], upper: $0[2])) }
        case .isOneOf(let operand, let candidates):
            operands([operand] + candidates).map { checked(.isOneOf($0[0], Array($0.dropFirst()))) }
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

    /// Takes a part of the tree, and notes what is wrong with its operands.
    private mutating func checked(_ predicate: Predicate) -> Predicate {
        for fault in predicate.operandFaults { faults.note(fault) }
        return predicate
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
        if let fault = operand.sizeFault { faults.note(fault) }
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
        case .beginsWith: return checked(.begins(arguments[0], with: arguments[1]))
        case .contains: return checked(.contains(arguments[0], element: arguments[1]))
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
        faults.note(.typeName(name))
        return nil
    }
}
