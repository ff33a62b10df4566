// Random conditions that know what they are meant to say.

import Apus
import ApusModel

/// A condition, and whether an item is meant to meet it.
struct MeantCondition {
    let condition: ConditionExpression
    let holds: (Item) -> Bool

    static func random(depth: Int, using chance: inout SeededChance) -> Self {
        guard depth > 0, chance.happens(0.7) else { return leaf(using: &chance) }
        let left = random(depth: depth - 1, using: &chance)
        if chance.happens(0.2) { return Self(condition: !left.condition) { !left.holds($0) } }
        let right = random(depth: depth - 1, using: &chance)
        if chance.happens(0.5) {
            return Self(condition: left.condition && right.condition) { left.holds($0) && right.holds($0) }
        }
        return Self(condition: left.condition || right.condition) { left.holds($0) || right.holds($0) }
    }

    private static func leaf(using chance: inout SeededChance) -> Self {
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...3: comparison(using: &chance)
        case 4: between(using: &chance)
        case 5: isIn(using: &chance)
        case 6: begins(using: &chance)
        case 7: contains(using: &chance)
        default: ofPath(using: &chance)
        }
    }

    private static func comparison(using chance: inout SeededChance) -> Self {
        let operands = MeantOperand.several(2, using: &chance)
        let isOrdered = operands.allSatisfy { $0.knownType.map(ordered.contains) ?? true }
        let sign = (isOrdered ? Sign.allCases : [.equal, .notEqual]).randomElement(using: &chance)!
        let (left, right) = (operands[0], operands[1])
        return Self(condition: sign.compare(left.operand, right.operand)) { sign.holds(left, right, in: $0) }
    }

    private static func between(using chance: inout SeededChance) -> Self {
        var operands = MeantOperand.several(3, using: &chance)
        for place in 0..<3 where operands[place].knownType.map({ !ordered.contains($0) }) ?? false {
            operands[place] = .constant(.number(Number(place)))
        }
        // The service refuses constants that are no bounds of a range.
        if let lower = operands[1].constant, let upper = operands[2].constant, lower.order(relativeTo: upper) ?? 1 > 0 {
            (operands[1], operands[2]) = (.constant(1), .constant(2))
        }
        let (operand, lower, upper) = (operands[0], operands[1], operands[2])
        return Self(condition: between(operand.operand, lower.operand, upper.operand)) { item in
            Sign.lessOrEqual.holds(lower, operand, in: item) && Sign.lessOrEqual.holds(operand, upper, in: item)
        }
    }

    private static func between(_ operand: some Operand, _ lower: some Operand, _ upper: some Operand)
        -> ConditionExpression
    {
        operand.between(lower, and: upper)
    }

    private static func isIn(using chance: inout SeededChance) -> Self {
        let operands = MeantOperand.several(Int.random(in: 2...4, using: &chance), using: &chance)
        let (operand, candidates) = (operands[0], operands.dropFirst())
        return Self(condition: operand.operand.isIn(candidates.map(\.operand))) { item in
            candidates.contains { Sign.equal.holds(operand, $0, in: item) }
        }
    }

    private static let ordered: Set<AttributeType> = [.string, .number, .binary]
}

// Functions.
extension MeantCondition {
    private static func begins(using chance: inout SeededChance) -> Self {
        let operands = MeantOperand.several(2, using: &chance).map { operand in
            guard let type = operand.knownType, type != .string, type != .binary else { return operand }
            return .constant(chance.happens(0.5) ? "a" : .binary([1]))
        }
        let (text, prefix) = (operands[0], operands[1])
        return Self(condition: begins(text.operand, prefix.operand)) { item in
            switch (text.value(in: item), prefix.value(in: item)) {
            case (.string(let text), .string(let prefix)): Array(text.utf8).starts(with: Array(prefix.utf8))
            case (.binary(let bytes), .binary(let prefix)): bytes.starts(with: prefix)
            default: false
            }
        }
    }

    private static func begins(_ operand: some Operand, _ prefix: some Operand) -> ConditionExpression {
        operand.begins(with: prefix)
    }

    private static func contains(using chance: inout SeededChance) -> Self {
        let operands = MeantOperand.several(2, using: &chance)
        let (whole, part) = (operands[0], operands[1])
        return Self(condition: contains(whole.operand, part.operand)) { item in
            switch (whole.value(in: item), part.value(in: item)) {
            case (.string(let text), .string(let part)): Array(text.utf8).contains(Array(part.utf8))
            case (.binary(let bytes), .binary(let part)): bytes.contains(part)
            case (.stringSet(let members), .string(let member)): members.contains(member)
            case (.numberSet(let members), .number(let member)): members.contains(member)
            case (.binarySet(let members), .binary(let member)): members.contains(member)
            case (.list(let elements), let element?): elements.contains(element)
            default: false
            }
        }
    }

    private static func contains(_ operand: some Operand, _ element: some Operand) -> ConditionExpression {
        operand.contains(element)
    }

    private static func ofPath(using chance: inout SeededChance) -> Self {
        let (document, steps) = RandomItem.paths.randomElement(using: &chance)!
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: return Self(condition: document.exists) { steps.value(in: $0) != nil }
        case 1: return Self(condition: document.doesNotExist) { steps.value(in: $0) == nil }
        default:
            let type = AttributeType.allCases.randomElement(using: &chance)!
            return Self(condition: document.hasType(type)) { steps.value(in: $0)?.type == type }
        }
    }
}

/// The signs that compare, with what they are meant to say.
private enum Sign: CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    func compare(_ left: some Operand, _ right: some Operand) -> ConditionExpression {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    func holds(_ left: MeantOperand, _ right: MeantOperand, in item: Item) -> Bool {
        guard let mine = left.value(in: item), let theirs = right.value(in: item) else {
            return self == .notEqual && !left.lacksSize(in: item) && !right.lacksSize(in: item)
        }
        let order = mine.order(relativeTo: theirs)
        return switch self {
        case .equal: mine == theirs
        case .notEqual: mine != theirs
        case .less: order.map { $0 < 0 } ?? false
        case .lessOrEqual: order.map { $0 <= 0 } ?? false
        case .greater: order.map { $0 > 0 } ?? false
        case .greaterOrEqual: order.map { $0 >= 0 } ?? false
        }
    }
}

extension MeantOperand {
    fileprivate var constant: AttributeValue? {
        if case .constant(let value) = meaning { value } else { nil }
    }
}

extension [UInt8] {
    /// Whether the other bytes occur in these, one after the other.
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        part.count <= count && (0...(count - part.count)).contains { self[$0...].starts(with: part) }
    }
}
