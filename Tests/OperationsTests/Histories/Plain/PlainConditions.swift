// Conditions on keys, and filters, as histories ask for them.

import ApusModel

/// What a Query asks of one key attribute.
struct PlainKeyCondition: Sendable {
    enum Test: Sendable {
        case equal(AttributeValue)
        case less(AttributeValue)
        case lessOrEqual(AttributeValue)
        case greater(AttributeValue)
        case greaterOrEqual(AttributeValue)
        case between(AttributeValue, AttributeValue)
        case beginning(AttributeValue)
    }

    let name: String
    let test: Test

    var isEquality: Bool {
        if case .equal = test { true } else { false }
    }

    func holds(for item: Item) -> Bool {
        item[name].map { test.holds(for: $0) } ?? false
    }

    func text(_ members: inout ExpressionMembers) -> String {
        let name = members.name(name)
        return switch test {
        case .equal(let value): "\(name) = \(members.value(value))"
        case .less(let value): "\(name) < \(members.value(value))"
        case .lessOrEqual(let value): "\(name) <= \(members.value(value))"
        case .greater(let value): "\(name) > \(members.value(value))"
        case .greaterOrEqual(let value): "\(name) >= \(members.value(value))"
        case .between(let low, let high): "\(name) BETWEEN \(members.value(low)) AND \(members.value(high))"
        case .beginning(let value): "begins_with(\(name), \(members.value(value)))"
        }
    }
}

extension PlainKeyCondition.Test {
    func holds(for value: AttributeValue) -> Bool {
        switch self {
        case .equal(let other): PlainOrder.compare(value, other) == 0
        case .less(let other): PlainOrder.compare(value, other) < 0
        case .lessOrEqual(let other): PlainOrder.compare(value, other) <= 0
        case .greater(let other): PlainOrder.compare(value, other) > 0
        case .greaterOrEqual(let other): PlainOrder.compare(value, other) >= 0
        case .between(let low, let high): PlainOrder.compare(low, value) <= 0 && PlainOrder.compare(value, high) <= 0
        case .beginning(.string(let start)):
            if case .string(let text) = value { Array(text.utf8).starts(with: Array(start.utf8)) } else { false }
        case .beginning(.binary(let start)):
            if case .binary(let bytes) = value { bytes.starts(with: start) } else { false }
        case .beginning: false
        }
    }
}

/// What a filter asks of one attribute.
struct PlainFilter: Sendable {
    enum Test: Sendable {
        case exists
        case isAbsent
        case has(AttributeType)
    }

    let name: String
    let test: Test

    func holds(for item: Item) -> Bool {
        switch test {
        case .exists: item[name] != nil
        case .isAbsent: item[name] == nil
        case .has(let type): item[name]?.type == type
        }
    }

    func text(_ members: inout ExpressionMembers) -> String {
        let name = members.name(name)
        return switch test {
        case .exists: "attribute_exists(\(name))"
        case .isAbsent: "attribute_not_exists(\(name))"
        case .has(let type): "attribute_type(\(name), \(members.value(.string(type.rawValue))))"
        }
    }
}
