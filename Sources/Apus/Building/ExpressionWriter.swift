// The placeholders that the expressions of one request share.

import ApusModel

/// Hands out a placeholder for each name and value that a request's expressions speak of, and the same one for equals.
///
/// The library makes the writers. ``RequestExpressions`` is what to use.
public struct ExpressionWriter: Sendable {
    private var names: [String] = []
    private var values: [AttributeValue] = []

    /// The name behind each placeholder; nil where there is none, because the service refuses an empty map.
    var attributeNames: [String: String]? {
        Self.placeholders("#", for: names)
    }

    /// The value behind each placeholder; nil where there is none.
    var attributeValues: [String: AttributeValue]? {
        Self.placeholders(":", for: values)
    }

    private static func placeholders<Element>(_ sign: String, for elements: [Element]) -> [String: Element]? {
        guard !elements.isEmpty else { return nil }
        return Dictionary(uniqueKeysWithValues: elements.enumerated().map { ("\(sign)\($0.offset)", $0.element) })
    }

    /// The path with a placeholder for each of its names: `#0.#1[2]`.
    mutating func text(of path: AttributePath) throws(ExpressionError) -> String {
        guard path.elements.count <= Limits.pathElements else { throw .tooManySteps(path.elements.count) }
        var text = ""
        for element in path.elements {
            switch element {
            case .name(let name):
                if !text.isEmpty { text += "." }
                text += try placeholder(for: name)
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    private mutating func placeholder(for name: String) throws(ExpressionError) -> String {
        let length = name.utf8.count
        guard Limits.attributeNameBytes.contains(length) else { throw .nameLength(bytes: length) }
        // The service tells names apart by their bytes, which a dictionary of strings would not.
        if let known = names.firstIndex(where: { $0.hasSameBytes(as: name) }) { return "#\(known)" }
        names.append(name)
        return "#\(names.count - 1)"
    }

    /// The placeholder of a value.
    mutating func text(of value: AttributeValue) -> String {
        if let known = values.firstIndex(of: value) { return ":\(known)" }
        values.append(value)
        return ":\(values.count - 1)"
    }

    /// Operands with commas between them.
    mutating func list(_ terms: [any ExpressionTerm]) throws(ExpressionError) -> String {
        var texts: [String] = []
        for term in terms { texts.append(try term.written(by: &self)) }
        return texts.joined(separator: ", ")
    }

    /// A function with its arguments.
    mutating func call(_ function: String, _ arguments: [any ExpressionTerm]) throws(ExpressionError) -> String {
        "\(function)(\(try list(arguments)))"
    }
}
