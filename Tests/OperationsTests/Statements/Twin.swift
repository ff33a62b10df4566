// One thing said in two languages: in a statement, and in a request with expressions.

import ApusModel

/// A part of a condition or an update: as statements have it, and as expressions do.
struct Twin {
    let statement: String
    let expression: String
    /// Whether it needs parentheses within another part.
    var isJunction = false

    /// The same, fit to stand within another part.
    var enclosed: Twin {
        isJunction ? Twin(statement: "(\(statement))", expression: "(\(expression))") : self
    }
}

/// Writes parts in both languages. Those with parameters are to stand in the statement in the order of their writing.
struct TwinWriter {
    var generator: SeededGenerator
    private(set) var members = ExpressionMembers()
    private(set) var parameters: [AttributeValue] = []

    init(_ generator: SeededGenerator) {
        self.generator = generator
    }

    /// A path of names, each in quotes or behind a placeholder.
    mutating func path(_ names: String...) -> Twin {
        Twin(
            statement: names.map { "\"\($0)\"" }.joined(separator: "."),
            expression: names.map { members.name($0) }.joined(separator: ".")
        )
    }

    /// A value: in the statement a literal, where there is one and it is short, or a parameter.
    mutating func value(_ value: AttributeValue) -> Twin {
        let placeholder = members.value(value)
        return Twin(statement: statementValue(value), expression: placeholder)
    }

    /// A value that the statement alone has.
    mutating func statementValue(_ value: AttributeValue) -> String {
        if let literal = value.literal, literal.utf8.count < 300, generator.happens(percent: 60) { return literal }
        parameters.append(value)
        return "?"
    }

    /// An item as a literal, with parameters in it.
    mutating func item(_ item: Item) -> String {
        let members = item.map { "'\($0.name)': \(statementValue($0.value))" }
        return "{\(members.joined(separator: ", "))}"
    }

    /// Both parts with the same text between them.
    static func joined(_ parts: [Twin], by separator: String) -> Twin {
        Twin(
            statement: parts.map(\.statement).joined(separator: separator),
            expression: parts.map(\.expression).joined(separator: separator)
        )
    }
}

extension AttributeValue {
    /// The value as statements write it; nil for binary values, and for what holds some.
    var literal: String? {
        switch self {
        case .string(let text): "'\(text.replacing("'", with: "''"))'"
        case .number(let number): "\(number)"
        case .bool(let value): value ? "true" : "FALSE"
        case .null: "null"
        case .binary, .binarySet: nil
        case .list(let elements): Self.literal(elements, "[", "]")
        case .stringSet(let texts): Self.literal(texts.map { .string($0) }, "<<", ">>")
        case .numberSet(let numbers): Self.literal(numbers.map { .number($0) }, "<<", ">>")
        case .map(let map):
            map.allSatisfy { $0.value.literal != nil }
                ? "{\(map.map { "'\($0.name)': \($0.value.literal!)" }.joined(separator: ", "))}" : nil
        }
    }

    private static func literal(_ elements: [AttributeValue], _ open: String, _ close: String) -> String? {
        let literals = elements.compactMap(\.literal)
        return literals.count == elements.count ? open + literals.joined(separator: ", ") + close : nil
    }
}
