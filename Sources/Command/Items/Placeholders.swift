// What stands behind the placeholders of a request's expressions.

import ApusModel

/// Names and values: those that the caller gives for raw expressions, and those that the command makes.
struct Placeholders: Equatable, Sendable {
    private(set) var names: [String: String] = [:]
    private(set) var values: [String: AttributeValue] = [:]
    private var made = 0

    init(names: [String: String] = [:], values: [String: AttributeValue] = [:]) {
        self.names = names
        self.values = values
    }

    /// The names as requests have them: absent where there is none.
    var requestNames: [String: String]? { names.isEmpty ? nil : names }
    /// The values as requests have them: absent where there is none.
    var requestValues: [String: AttributeValue]? { values.isEmpty ? nil : values }

    /// A placeholder for the name of an attribute, whatever characters it has.
    mutating func name(_ attribute: String) -> String {
        if let known = names.first(where: { $0.key.hasPrefix("#apus_") && $0.value.hasSameBytes(as: attribute) }) {
            return known.key
        }
        made += 1
        names["#apus_\(made)"] = attribute
        return "#apus_\(made)"
    }

    /// A placeholder for a value.
    mutating func value(_ value: AttributeValue) -> String {
        made += 1
        values[":apus_\(made)"] = value
        return ":apus_\(made)"
    }

    /// The projection expression for paths between commas. Their names may be reserved words; a placeholder stays.
    mutating func projection(_ paths: String) -> String {
        let paths = paths.split(separator: ",").map { path in
            let elements = path.split(separator: ".", omittingEmptySubsequences: false)
            return elements.map { pathElement($0) }.joined(separator: ".")
        }
        return paths.joined(separator: ", ")
    }

    private mutating func pathElement(_ element: Substring) -> String {
        let attribute = element.prefix { $0 != "[" }
        guard !attribute.hasPrefix("#"), !attribute.isEmpty else { return String(element) }
        return name(String(attribute)) + element.dropFirst(attribute.count)
    }
}
