// Broken constraints, gathered into one refusal.

import ApusModel
import Testing

@testable import ApusWire

struct ShapeViolationsTests {
    @Test func `nothing broken is no refusal`() {
        var violations = ShapeViolations()

        violations.require("x", at: "a")
        violations.checkLength(of: nil, within: 1...2, at: "b")
        violations.checkLength(of: "ab", within: 1...2, at: "c")
        violations.checkValue(nil, within: 1...2, at: "d")
        violations.checkValue(2, within: 1...2, at: "e")
        violations.checkChoice(Choice<Select>("COUNT"), at: "f")
        violations.checkChoice(nil as Choice<Select>?, at: "g")
        violations.checkName("a_B.-9", at: "h")

        #expect(throws: Never.self) { try violations.throwIfAny() }
    }

    @Test func `one violation is an error, and several are errors`() {
        var violations = ShapeViolations()
        violations.require(nil as String?, at: "key")
        let one = violations

        violations.checkValue(0, within: 1...100, at: "limit")

        let first = "Value null at 'key' failed to satisfy constraint: Member must not be null"
        let second =
            "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
        #expect(throws: ServiceError.validation("1 validation error detected: \(first)")) { try one.throwIfAny() }
        #expect(throws: ServiceError.validation("2 validation errors detected: \(first); \(second)")) {
            try violations.throwIfAny()
        }
    }

    @Test func `at most ten are listed`() throws {
        var violations = ShapeViolations()

        for index in 1...12 { violations.require(nil as String?, at: "m\(index)") }

        let error = #expect(throws: ServiceError.self) { try violations.throwIfAny() }
        let message = try #require(error?.message)
        #expect(message.hasPrefix("10 validation errors detected: "))
        #expect(message.contains("'m10'"))
        #expect(!message.contains("'m11'"))
    }

    @Test func `each constraint has its words`() {
        var violations = ShapeViolations()

        violations.checkLength(of: "ab", within: 3...4, at: "a")
        violations.checkLength(of: "abcde", within: 3...4, at: "b")
        violations.checkValue(5, within: 3...4, at: "c")
        violations.checkCount(0, of: "[]", within: 1...2, at: "d")
        violations.checkChoice(Choice<KeyType>("hash"), at: "e")
        violations.checkName("a b", at: "f")
        violations.checkName("", at: "g")

        let faults = [
            "Value 'ab' at 'a' failed to satisfy constraint: Member must have length greater than or equal to 3",
            "Value 'abcde' at 'b' failed to satisfy constraint: Member must have length less than or equal to 4",
            "Value '5' at 'c' failed to satisfy constraint: Member must have value less than or equal to 4",
            "Value '[]' at 'd' failed to satisfy constraint: Member must have length greater than or equal to 1",
            "Value 'hash' at 'e' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]",
            "Value 'a b' at 'f' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
            "Value '' at 'g' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
        ]
        #expect(throws: ServiceError.validation("7 validation errors detected: \(faults.joined(separator: "; "))")) {
            try violations.throwIfAny()
        }
    }

    @Test func `bytes are counted, not characters`() {
        var violations = ShapeViolations()

        violations.checkLength(of: "éé", within: 4...4, at: "a")

        #expect(throws: Never.self) { try violations.throwIfAny() }
    }
}
