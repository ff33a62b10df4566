// What a request's members break of the constraints in the API's model, gathered and reported together.

import ApusModel

/// Gathers the constraint violations of one request, in the order in which they are checked.
///
/// The service lists all of them in one ValidationException, ten at most.
package struct ShapeViolations {
    private static let listedAtMost = 10
    /// How much of a value a message repeats, in characters.
    private static let shownAtMost = 8_192

    private var texts: [String] = []

    package init() {}

    /// - Throws: the one error that lists what has been gathered, if anything has.
    package func throwIfAny() throws(ServiceError) {
        guard !texts.isEmpty else { return }
        let noun = texts.count == 1 ? "error" : "errors"
        throw .validation("\(texts.count) validation \(noun) detected: \(texts.joined(separator: "; "))")
    }

    /// Notes that the value at a path breaks a constraint; `value` is nil for one that is absent.
    package mutating func note(_ value: String?, at path: String, _ constraint: String) {
        guard !isFull else { return }
        let shown = value.map { "'\($0.prefix(Self.shownAtMost))'" } ?? "null"
        texts.append("Value \(shown) at '\(path)' failed to satisfy constraint: \(constraint)")
    }

    /// Whether as many have been gathered as the message lists: nothing more needs to be checked.
    package var isFull: Bool { texts.count == Self.listedAtMost }

    package mutating func require<Value>(_ value: Value?, at path: @autoclosure () -> String) {
        if value == nil { note(nil, at: path(), "Member must not be null") }
    }

    package mutating func checkLength(
        of text: String?,
        within range: ClosedRange<Int>,
        at path: @autoclosure () -> String
    ) {
        guard let text else { return }
        checkCount(text.utf8.count, of: text, within: range, at: path())
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
