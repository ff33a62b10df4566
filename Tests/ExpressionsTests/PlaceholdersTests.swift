// What names and values a request may give, and that it must use them.

import ApusModel
import Testing

@testable import ApusExpressions

@Suite struct PlaceholdersTests {
    @Test func `an absent parameter is no fault`() throws {
        let placeholders = try Placeholders(names: nil, values: nil)

        try placeholders.requireAllUsed()
    }

    @Test func `empty maps are refused`() {
        let names = ServiceError.message { try Placeholders(names: [], values: []) }
        let values = ServiceError.message { try Placeholders(names: nil, values: []) }

        #expect(names == "ExpressionAttributeNames must not be empty")
        #expect(values == "ExpressionAttributeValues must not be empty")
    }

    @Test(arguments: ["", "#", "a", ":a", "#a-b", "#é", "##"])
    func `a key of the names is a sharp and letters, digits or underscores`(key: String) {
        let message = ServiceError.message { try Placeholders(names: [(key, "a")], values: nil) }

        #expect(message == "ExpressionAttributeNames contains invalid key: Syntax error; key: \"\(key)\"")
    }

    @Test(arguments: ["", ":", "a", "#a", ":a.b", "::"])
    func `a key of the values is a colon and letters, digits or underscores`(key: String) {
        let message = ServiceError.message { try Placeholders(names: nil, values: [(key, 1)]) }

        #expect(message == "ExpressionAttributeValues contains invalid key: Syntax error; key: \"\(key)\"")
    }

    @Test func `a key may begin with a digit or an underscore`() throws {
        var placeholders = try Placeholders(names: [("#0", "a"), ("#_", "b")], values: [(":0", 1)])

        #expect(placeholders.name(for: "#0") == "a")
        #expect(placeholders.name(for: "#_") == "b")
        #expect(placeholders.value(for: ":0") == 1)
    }

    @Test func `a key has 255 bytes at most`() {
        let longest = "#" + String(repeating: "a", count: 254)

        #expect(ServiceError.message { try Placeholders(names: [(longest, "a")], values: nil) } == nil)
        #expect(ServiceError.message { try Placeholders(names: [(longest + "a", "a")], values: nil) } != nil)
    }

    @Test func `an empty attribute name is refused`() {
        let message = ServiceError.message { try Placeholders(names: [("#a", "")], values: nil) }

        #expect(message == "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a")
    }

    @Test func `an attribute name has 65535 bytes at most`() {
        let longest = String(repeating: "a", count: 65_535)

        #expect(ServiceError.message { try Placeholders(names: [("#a", longest)], values: nil) } == nil)
        #expect(ServiceError.message { try Placeholders(names: [("#a", longest + "a")], values: nil) } != nil)
    }

    @Test func `unused names are told before unused values, each in the order of their bytes`() throws {
        var placeholders = try Placeholders(
            names: ["#b": "b", "#a": "a", "#B": "c", "#used": "d"],
            values: [":v": 1]
        )
        _ = placeholders.name(for: "#used")

        let message = ServiceError.message { try placeholders.requireAllUsed() }

        #expect(message == "Value provided in ExpressionAttributeNames unused in expressions: keys: {#B, #a, #b}")
    }

    @Test func `unused values are told`() throws {
        var placeholders = try Placeholders(names: ["#a": "a"], values: [":a": 1, ":b": 2])
        _ = placeholders.name(for: "#a")
        _ = placeholders.value(for: ":b")

        let message = ServiceError.message { try placeholders.requireAllUsed() }

        #expect(message == "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}")
    }

    @Test func `placeholders count as used over all expressions together`() throws {
        var placeholders = try Placeholders(names: ["#a": "a", "#b": "b"], values: [":v": 1, ":w": 2])

        _ = try Update(parsing: "SET #a = :v", using: &placeholders)
        _ = try Condition(parsing: "#b = :w", using: &placeholders)

        try placeholders.requireAllUsed()
    }
}
