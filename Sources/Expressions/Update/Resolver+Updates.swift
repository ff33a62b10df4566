// From an update as written to its actions, and the faults of meaning that updates can have.

import ApusModel

extension Resolver {
    mutating func actions(_ sections: [WrittenSection]) -> [UpdateAction] {
        var seen: Set<UpdateSection> = []
        for section in sections where !seen.insert(section.section).inserted {
            faults.note(
                .repeatedSection,
                "The \"\(section.section.rawValue)\" section can only be used once in an update expression;"
            )
        }
        let actions = sections.flatMap(\.actions).compactMap { action($0) }
        _ = requireApart(actions.map(\.target))
        return actions
    }

    private mutating func action(_ written: WrittenAction) -> UpdateAction? {
        switch written {
        case .set(let target, let value): set(target, to: value)
        case .remove(let target): path(target).map { .remove($0) }
        case .add(let target, let key):
            change(target, by: key, of: .add) { $0 == .number || $0.isSet }.map { .add($0, $1) }
        case .delete(let target, let key):
            change(target, by: key, of: .delete) { $0.isSet }.map { .delete($0, $1) }
        }
    }

    private mutating func set(_ target: WrittenPath, to written: WrittenSetValue) -> UpdateAction? {
        let target = path(target)
        guard let value = value(written), let target else { return nil }
        return .set(target, value)
    }

    /// The two parts of an ADD or a DELETE, which take constants of few types only.
    private mutating func change(
        _ target: WrittenPath,
        by key: String,
        of section: UpdateSection,
        _ isAllowed: (AttributeType) -> Bool
    ) -> (AttributePath, AttributeValue)? {
        let target = path(target)
        guard let value = value(key), let target else { return nil }
        if !isAllowed(value.type) {
            faults.note(
                .operandType,
                "Incorrect operand type for operator or function; operator: \(section.rawValue), "
                    + "operand type: \(value.type.longName)"
            )
        }
        return (target, value)
    }

    private mutating func value(_ written: WrittenSetValue) -> UpdateValue? {
        switch written {
        case .operand(let operand): value(operand)
        case .sum(let left, let right): values([left, right]).map { checked(.sum($0[0], $0[1])) }
        case .difference(let left, let right): values([left, right]).map { checked(.difference($0[0], $0[1])) }
        }
    }

    /// Takes a part of a value, and notes what is wrong with its operands.
    private mutating func checked(_ value: UpdateValue) -> UpdateValue {
        for fault in value.operandFaults { faults.note(fault) }
        return value
    }

    private mutating func values(_ written: [WrittenOperand]) -> [UpdateValue]? {
        let values = written.compactMap { value($0) }
        return values.count == written.count ? values : nil
    }

    private mutating func value(_ written: WrittenOperand) -> UpdateValue? {
        switch written {
        case .path(let written): path(written).map { .path($0) }
        case .value(let key): value(key).map { .value($0) }
        case .call(let call): value(call)
        }
    }

    private mutating func value(_ call: FunctionCall) -> UpdateValue? {
        let arguments = values(call.arguments)
        guard let function = function(call), hasRightCount(call, for: function), let arguments else { return nil }
        switch function {
        case .ifNotExists: return ifNotExists(arguments[0], otherwise: arguments[1])
        case .listAppend: return checked(.listAppend(arguments[0], arguments[1]))
        default: preconditionFailure("no other function is for updates")
        }
    }

    private mutating func ifNotExists(_ operand: UpdateValue, otherwise fallback: UpdateValue) -> UpdateValue? {
        guard case .path(let path) = operand else {
            notePathRequired(by: .ifNotExists)
            return nil
        }
        return .ifNotExists(path, otherwise: fallback)
    }
}

extension AttributeType {
    var isSet: Bool { self == .stringSet || self == .numberSet || self == .binarySet }

    /// The names that the message about ADD and DELETE uses.
    fileprivate var longName: String {
        switch self {
        case .string: "STRING"
        case .number: "NUMBER"
        case .binary: "BINARY"
        case .bool: "BOOLEAN"
        case .null: "NULL"
        case .list: "LIST"
        case .map: "MAP"
        case .stringSet, .numberSet, .binarySet: rawValue
        }
    }
}
