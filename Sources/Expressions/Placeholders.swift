// The names and values that stand in for `#name` and `:value` in a request's expressions.

import ApusModel

/// Names and values that one request's expressions may use, and which of them have been used.
package struct Placeholders: Sendable {
    // Plain strings serve as keys here: they are ASCII, so bytes and characters agree.
    private var names: [String: String] = [:]
    private var values: [String: AttributeValue] = [:]
    private var usedNames: Set<String> = []
    private var usedValues: Set<String> = []

    /// Takes what a request gives; nil stands for a parameter that is absent.
    ///
    /// - Throws: a validation error for an empty map, a key that is no placeholder, and an empty attribute name.
    package init(
        names: [(key: String, value: String)]?,
        values: [(key: String, value: AttributeValue)]?
    ) throws(ServiceError) {
        if let names { try take(names) }
        if let values { try take(values) }
    }

    private mutating func take(_ entries: [(key: String, value: String)]) throws(ServiceError) {
        guard !entries.isEmpty else { throw .validation("\(Self.namesParameter) must not be empty") }
        for (key, name) in entries {
            try Self.check(key, startsWith: UInt8(ascii: "#"), in: Self.namesParameter)
            names[key] = name
        }
        for (key, name) in entries where !Limits.attributeNameBytes.contains(name.utf8.count) {
            // The tail of this message is not published.
            let fault = name.isEmpty ? "Empty attribute name" : "Attribute name is too long"
            throw .validation("\(Self.namesParameter) contains invalid value: \(fault) for key \(key)")
        }
    }

    private mutating func take(_ entries: [(key: String, value: AttributeValue)]) throws(ServiceError) {
        guard !entries.isEmpty else { throw .validation("\(Self.valuesParameter) must not be empty") }
        for (key, value) in entries {
            try Self.check(key, startsWith: UInt8(ascii: ":"), in: Self.valuesParameter)
            values[key] = value
        }
    }

    private static func check(_ key: String, startsWith sign: UInt8, in parameter: String) throws(ServiceError) {
        let bytes = key.utf8
        guard bytes.first == sign, bytes.count > 1, bytes.dropFirst().allSatisfy(\.isNameByte) else {
            throw .validation("\(parameter) contains invalid key: Syntax error; key: \"\(key)\"")
        }
        guard Limits.placeholderBytes.contains(bytes.count) else {
            // The service's words for this are not published.
            throw .validation("\(parameter) contains invalid key: The key is too long; key: \"\(key)\"")
        }
    }

    /// The attribute name behind `#key`, which counts as used from now on.
    mutating func name(for key: String) -> String? {
        guard let name = names[key] else { return nil }
        usedNames.insert(key)
        return name
    }

    /// The value behind `:key`, which counts as used from now on.
    mutating func value(for key: String) -> AttributeValue? {
        guard let value = values[key] else { return nil }
        usedValues.insert(key)
        return value
    }

    /// Call once every expression of the request is parsed.
    ///
    /// - Throws: a validation error that lists the names, else the values, which no expression has used.
    package func requireAllUsed() throws(ServiceError) {
        try Self.requireAll(names.keys, in: usedNames, of: Self.namesParameter)
        try Self.requireAll(values.keys, in: usedValues, of: Self.valuesParameter)
    }

    private static func requireAll(
        _ keys: some Collection<String>,
        in used: Set<String>,
        of parameter: String
    ) throws(ServiceError) {
        guard keys.count > used.count else { return }
        // The service lists them in no particular order.
        let unused = keys.filter { !used.contains($0) }.sorted { $0.precedesInBytes($1) }
        let list = unused.joined(separator: ", ")
        throw .validation("Value provided in \(parameter) unused in expressions: keys: {\(list)}")
    }

    private static let namesParameter = "ExpressionAttributeNames"
    private static let valuesParameter = "ExpressionAttributeValues"
}
