// What a request's members break of the constraints in the API's model, gathered and reported together.

import ApusModel

/// Gathers the constraint violations of one request, in the order in which they are checked.
///
/// The service lists all of them in one ValidationException, ten at most.
package struct ShapeViolations {
    private static let listedAtMost = 10
    private var texts: [String] = []

    package init() {}

    /// - Throws: the one error that lists what has been gathered, if anything has.
    package func throwIfAny() throws(ServiceError) {
        guard !texts.isEmpty else { return }
        let listed = texts.prefix(Self.listedAtMost)
        let noun = listed.count == 1 ? "error" : "errors"
        throw .validation("\(listed.count) validation \(noun) detected: \(listed.joined(separator: "; "))")
    }

    /// Notes that the value at a path breaks a constraint; `value` is nil for one that is absent.
    package mutating func note(_ value: String?, at path: String, _ constraint: String) {
        let shown = value.map { "'\($0)'" } ?? "null"
        texts.append("Value \(shown) at '\(path)' failed to satisfy constraint: \(constraint)")
    }

    package mutating func require<Value>(_ value: Value?, at path: @autoclosure () -> String) {
        if value == nil { note(nil, at: path(), "Member must not be null") }
    }

    package mutating func checkLength(
        of text: String?,
        within range: ClosedRange<Int>,
        at path: @autoclosure () -> String
    ) {
        guard let text else { return }
        checkCount(text.unicodeScalars.count, of: text, within: range, at: path())
    }

    /// Checks a count of elements or characters; `value` is how the message shows what was counted.
    package mutating func checkCount(
        _ count: Int,
        of value: @autoclosure () -> String,
        within range: ClosedRange<Int>,
        at path: @autoclosure () -> String
    ) {
        if count < range.lowerBound {
            note(value(), at: path(), "Member must have length greater than or equal to \(range.lowerBound)")
        } else if count > range.upperBound {
            note(value(), at: path(), "Member must have length less than or equal to \(range.upperBound)")
        }
    }

    package mutating func checkValue(
        _ value: Int?,
        within range: ClosedRange<Int>,
        at path: @autoclosure () -> String
    ) {
        guard let value else { return }
        if value < range.lowerBound {
            note("\(value)", at: path(), "Member must have value greater than or equal to \(range.lowerBound)")
        } else if value > range.upperBound {
            note("\(value)", at: path(), "Member must have value less than or equal to \(range.upperBound)")
        }
    }

    package mutating func checkChoice<Value>(_ choice: Choice<Value>?, at path: @autoclosure () -> String) {
        guard let choice, choice.value == nil else { return }
        let values = Value.allCases.map(\.rawValue).joined(separator: ", ")
        note(choice.text, at: path(), "Member must satisfy enum value set: [\(values)]")
    }

    package mutating func checkName(_ name: String?, at path: @autoclosure () -> String) {
        guard let name, !TableName.hasNameCharactersOnly(name) || name.isEmpty else { return }
        note(name, at: path(), "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")
    }
}

/// A member whose text must be one of an enumeration's; the cases stand in the order in which messages print them.
package struct Choice<Value: RawRepresentable & CaseIterable & Sendable>: Sendable where Value.RawValue == String {
    package let text: String
    package let value: Value?

    package init(_ text: String) {
        self.text = text
        value = Value(rawValue: text)
    }

    package init(_ value: Value) {
        text = value.rawValue
        self.value = value
    }
}

extension JSONReader {
    /// Reads a member that is one of an enumeration's texts.
    package mutating func optionalChoice<Value>() throws(ServiceError) -> Choice<Value>? {
        try optionalString().map { Choice($0) }
    }
}
