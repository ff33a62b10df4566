// Writes of one item, and what they do to it by the service's rules.

import ApusModel

/// One clause of an update expression.
enum PlainClause: Sendable {
    case set(String, AttributeValue)
    /// Sets what a map attribute has under a name.
    case setNested(String, String, AttributeValue)
    case add(String, Number)
    case remove(String)

    var attributeName: String {
        switch self {
        case .set(let name, _), .setNested(let name, _, _), .add(let name, _), .remove(let name): name
        }
    }
}

/// A write of one item.
struct PlainChange: Sendable {
    enum Action: Sendable {
        case put(Item)
        case update([PlainClause])
        case delete
    }

    let key: Item
    let action: Action
    /// Whether the condition is that the item exists, or that it does not; nil for no condition.
    let mustExist: Bool?

    /// What the item becomes.
    enum Verdict {
        case accepted(Item?)
        /// Any of these refusals will do.
        case refused([PlainRefusal])
    }

    func verdict(over old: Item?, in shape: PlainShape) -> Verdict {
        let isMet = mustExist.map { $0 == (old != nil) } ?? true
        let conditionRefusals = isMet ? [] : [PlainRefusal.conditionFailed]
        switch action {
        case .put(let item):
            return Self.verdict(item, conditionRefusals + shape.indexKeyRefusals(of: item, inUpdate: false))
        case .delete: return Self.verdict(nil, conditionRefusals)
        case .update(let clauses):
            // A condition is tested before the update is applied, so that a false one stands alone.
            guard isMet else { return .refused(conditionRefusals) }
            return Self.verdict(of: clauses, over: old, at: key, in: shape)
        }
    }

    private static func verdict(_ item: Item?, _ refusals: [PlainRefusal]) -> Verdict {
        refusals.isEmpty ? .accepted(item) : .refused(refusals)
    }

    private static func verdict(
        of clauses: [PlainClause],
        over old: Item?,
        at key: Item,
        in shape: PlainShape
    ) -> Verdict {
        var item = old ?? key
        var refusals: [PlainRefusal] = []
        for clause in clauses {
            if let refusal = clause.apply(to: &item) { refusals.append(refusal) }
        }
        refusals += shape.indexKeyRefusals(of: item, inUpdate: true)
        // An expression that only removes does not create an item.
        let createsItem = clauses.isEmpty || clauses.contains { !$0.onlyRemoves }
        return verdict(old == nil && !createsItem ? nil : item, refusals)
    }
}

extension PlainClause {
    fileprivate var onlyRemoves: Bool {
        if case .remove = self { true } else { false }
    }

    /// Changes the item, or says why that cannot be.
    fileprivate func apply(to item: inout Item) -> PlainRefusal? {
        switch self {
        case .set(let name, let value): item[name] = value
        case .remove(let name): item[name] = AttributeValue?.none
        case .setNested(let name, let inner, let value):
            guard case .map(var map) = item[name] else { return .invalidPath }
            map[inner] = value
            item[name] = .map(map)
        case .add(let name, let amount):
            guard let value = item[name] else {
                item[name] = .number(amount)
                return nil
            }
            guard case .number(let number) = value else { return .wrongOperand }
            item[name] = .number(PlainSum.of(number, amount))
        }
        return nil
    }

    /// What the item has at the path of this clause, within what is around it.
    private func touched(in item: Item) -> AttributeValue? {
        guard case .setNested(let name, let inner, _) = self else { return item[attributeName] }
        guard case .map(let map) = item[name], let value = map[inner] else { return nil }
        return .map(AttributeMap([(inner, value)]))
    }

    /// What UPDATED_OLD and UPDATED_NEW tell of an item; nil where that is nothing.
    static func touched(by clauses: [PlainClause], in item: Item?) -> Item? {
        guard let item else { return nil }
        let touched = clauses.compactMap { clause in clause.touched(in: item).map { (clause.attributeName, $0) } }
        return touched.isEmpty ? nil : AttributeMap(touched)
    }
}

/// Sums of the numbers that histories add: up to four digits behind the point, and not too large.
enum PlainSum {
    private static let scale: Int128 = 10_000
    private static let decimals = 4

    static func of(_ left: Number, _ right: Number) -> Number {
        let sum = scaled(left) + scaled(right)
        let (whole, fraction) = sum.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
        let digits = String(fraction)
        let zeros = String(repeating: "0", count: decimals - digits.utf8.count)
        guard let number = try? Number("\(sum < 0 ? "-" : "")\(whole).\(zeros)\(digits)") else {
            preconditionFailure("a sum of plain numbers is one")
        }
        return number
    }

    private static func scaled(_ number: Number) -> Int128 {
        let parts = PlainNumber(number.description)
        precondition(parts.fraction.count <= decimals && parts.whole.count <= 30, "\(number) is too long to add up")
        let padding = [UInt8](repeating: UInt8(ascii: "0"), count: decimals - parts.fraction.count)
        let magnitude = Int128(String(decoding: parts.whole + parts.fraction + padding, as: UTF8.self))!
        return parts.isNegative ? -magnitude : magnitude
    }
}
