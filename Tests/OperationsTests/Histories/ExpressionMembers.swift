// The placeholders of one request's expressions.

import ApusModel

/// Gathers names and values while expressions are written, and gives each its placeholder.
struct ExpressionMembers {
    private var names: [String] = []
    private var values: [AttributeValue] = []

    /// The placeholder of a name: one for all its uses.
    mutating func name(_ name: String) -> String {
        let known = names.firstIndex { $0.hasSameBytes(as: name) }
        if known == nil { names.append(name) }
        return "#n\(known ?? names.count - 1)"
    }

    mutating func value(_ value: AttributeValue) -> String {
        values.append(value)
        return ":v\(values.count - 1)"
    }

    /// A projection of whole attributes.
    mutating func projection(_ names: [String]) -> JSONTree {
        .string(names.map { name($0) }.joined(separator: ", "))
    }

    /// Adds what was gathered to the request.
    func add(to request: inout JSONTree) {
        let names = names.enumerated().map { JSONTree.Member(name: "#n\($0)", value: .string($1)) }
        let values = values.enumerated().map { JSONTree.Member(name: ":v\($0)", value: JSONTree($1)) }
        if !names.isEmpty { request.add("ExpressionAttributeNames", .object(names)) }
        if !values.isEmpty { request.add("ExpressionAttributeValues", .object(values)) }
    }
}

extension AttributeMap {
    /// The attributes of these names alone.
    func restricted(to names: [String]) -> AttributeMap {
        AttributeMap(distinct: filter { attribute in names.contains { $0.hasSameBytes(as: attribute.name) } })
    }
}
