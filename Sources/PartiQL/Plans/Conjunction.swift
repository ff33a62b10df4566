// A condition as parts that must all hold, of which some are about keys.

import ApusExpressions
import ApusModel

/// The parts of a condition. What is taken for a key is no longer part of the rest.
package struct Conjunction {
    private var parts: [Predicate]

    package init(_ condition: Predicate?) {
        parts = condition.map(Self.flattened) ?? []
    }

    private static func flattened(_ predicate: Predicate) -> [Predicate] {
        if case .all(let parts) = predicate { parts.flatMap(flattened) } else { [predicate] }
    }

    /// The parts that are left; nil where there are none.
    package var rest: Predicate? {
        switch parts.count {
        case 0: nil
        case 1: parts[0]
        default: .all(parts)
        }
    }

    /// The values that attributes must equal, each as the first `=` about it says.
    package var equalities: Item {
        var equalities = Item()
        for part in parts {
            guard case let (name, value)? = part.equality, equalities[name] == nil else { continue }
            equalities[name] = value
        }
        return equalities
    }

    /// The values that the parts demand of all attributes of a key by `=`, without these parts from now on; nil where
    /// they do not do so for each attribute.
    package mutating func takeKey(of schema: KeySchema) -> Item? {
        let equalities = equalities
        let names = schema.attributes.map(\.name)
        guard names.allSatisfy({ equalities[$0] != nil }) else { return nil }
        return Item(names.map { ($0, takeEquality(on: $0)!) })
    }

    /// The value that the first `=` about an attribute demands.
    mutating func takeEquality(on name: String) -> AttributeValue? {
        takeFirst { $0.equality(on: name) }
    }

    /// The values of which an attribute must have one, by `=`, IN or OR: each of them once, in the order written.
    mutating func takeAlternatives(on name: String) -> [AttributeValue]? {
        takeFirst { $0.alternatives(on: name) }.map { values in
            values.reduce(into: []) { distinct, value in if !distinct.contains(value) { distinct.append(value) } }
        }
    }

    /// The range that the first part about a sort key demands, be it `=`, another comparison, BETWEEN or begins_with.
    mutating func takeRange(on name: String) -> SortKeyRange? {
        takeFirst { $0.equality(on: name).map { .equal($0) } } ?? takeFirst { $0.range(on: name) }
    }

    /// Whether a part says which values an attribute may have: by `=`, IN, OR or BETWEEN.
    func narrows(_ name: String) -> Bool {
        parts.contains { part in
            if part.alternatives(on: name) != nil { return true }
            if case .between? = part.range(on: name) { return true }
            return false
        }
    }

    private mutating func takeFirst<Meaning>(_ meaning: (Predicate) -> Meaning?) -> Meaning? {
        for (position, part) in parts.enumerated() {
            guard let found = meaning(part) else { continue }
            parts.remove(at: position)
            return found
        }
        return nil
    }
}

extension Predicate {
    /// The top-level attribute that the condition says is equal to a value, if that is what it says.
    fileprivate var equality: (name: String, value: AttributeValue)? {
        switch self {
        case .comparison(let left, .equal, .value(let value)): left.topLevelName.map { ($0, value) }
        case .comparison(.value(let value), .equal, let right): right.topLevelName.map { ($0, value) }
        default: nil
        }
    }

    fileprivate func equality(on name: String) -> AttributeValue? {
        equality.flatMap { $0.name.hasSameBytes(as: name) ? $0.value : nil }
    }

    fileprivate func alternatives(on name: String) -> [AttributeValue]? {
        switch self {
        case .comparison: return equality(on: name).map { [$0] }
        case .isOneOf(let operand, let candidates):
            let values = candidates.compactMap(\.constant)
            return operand.isAttribute(name) && values.count == candidates.count ? values : nil
        case .any(let parts):
            let values = parts.compactMap { $0.alternatives(on: name) }
            return values.count == parts.count ? values.flatMap(\.self) : nil
        default: return nil
        }
    }

    fileprivate func range(on name: String) -> SortKeyRange? {
        switch self {
        case .comparison(let left, let comparator, .value(let value))
        where left.isAttribute(name) && comparator != .notEqual:
            comparator.range(from: value)
        case .comparison(.value(let value), let comparator, let right)
        where right.isAttribute(name) && comparator != .notEqual:
            comparator.flipped.range(from: value)
        case .between(let operand, .value(let lower), .value(let upper)) where operand.isAttribute(name):
            .between(lower, upper)
        case .begins(let operand, .value(let prefix)) where operand.isAttribute(name): .beginning(with: prefix)
        default: nil
        }
    }
}

extension Operand {
    fileprivate var topLevelName: String? {
        if case .path(let path) = self, path.isTopLevel { path.attributeName } else { nil }
    }

    fileprivate func isAttribute(_ name: String) -> Bool {
        topLevelName?.hasSameBytes(as: name) ?? false
    }
}
