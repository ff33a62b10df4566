// Texts of all sorts: whatever stands in them, an expression is read or refused, and never harms.

import ApusExpressions
import ApusModel
import Testing

@Suite struct ParsingFuzzTests {
    private static let seeds: [UInt64] = [1, .random(in: 0...UInt64.max)]

    private static let pieces = [
        "a", "b", "pk", "name", "#a", "#b", "#no", ":n", ":s", ":l", ":ss", ":no", "0", "1", "99999999999", "[", "]",
        "[0]",
        "(", ")", "(", ")", ",", ".", "=", "<>", "<", "<=", ">", ">=", "+", "-", "AND", "or", "NOT", "BETWEEN", "in",
        "SET",
        "set a =", "REMOVE", "ADD", "delete", "size(", "attribute_exists(", "attribute_type(", "begins_with(",
        "contains(",
        "if_not_exists(", "list_append(", "foo(", "!", "#", ":", "\"", "é", "\u{0}",
    ]

    @Test(arguments: seeds)
    func `pieces in any order are read or refused`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let placeholders = try Samples.placeholders
        for _ in 0..<1_500 {
            let count = Int.random(in: 1...14, using: &generator)
            let glue = Bool.random(using: &generator) ? " " : ""
            let pieces = (0..<count).map { _ in Self.pieces.randomElement(using: &generator)! }
            tryAll(pieces.joined(separator: glue), using: placeholders)
        }
    }

    @Test(arguments: seeds)
    func `bytes in any order are read or refused`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let placeholders = try Samples.placeholders
        for _ in 0..<500 {
            let count = Int.random(in: 0...40, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            tryAll(String(decoding: bytes, as: UTF8.self), using: placeholders)
        }
    }

    @Test(arguments: seeds)
    func `sound conditions are read, and met or not`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let text = Self.condition(depth: 4, using: &generator)
            let condition = try Condition(text)

            #expect(condition.isMet(by: Self.item) != (try Condition("NOT (\(text))").isMet(by: Self.item)), "\(text)")
        }
    }

    private static let item: Item = ["a": [1, ["b": "x"]], "b": ["a": 5, "b": .stringSet(["m"])], "c": 5]

    /// Reads a text as every kind of expression, and uses what can be read.
    private func tryAll(_ text: String, using placeholders: Placeholders) {
        var placeholders = placeholders
        let condition = try? Condition(parsing: text, using: &placeholders)
        _ = condition?.isMet(by: Self.item)
        _ = try? Projection(parsing: text, using: &placeholders).applied(to: Self.item)
        let key = KeySchema(partition: KeyAttribute(name: "a", type: .number))
        _ = try? KeyCondition(parsing: text, using: &placeholders).resolved(for: key)
        let update = try? Update(parsing: text, using: &placeholders)
        _ = try? update?.applied(to: Self.item, exists: true)
        _ = update?.touched(in: Self.item)
    }

    private static func condition(depth: Int, using generator: inout SeededGenerator) -> String {
        if depth > 0, Int.random(in: 0..<3, using: &generator) > 0 {
            let left = condition(depth: depth - 1, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: return "\(left) AND \(condition(depth: depth - 1, using: &generator))"
            case 1: return "\(left) OR \(condition(depth: depth - 1, using: &generator))"
            case 2: return "NOT \(left)"
            default: return "NOT (\(left) OR c = :n)"
            }
        }
        let path = ["a[0]", "a[1].b", "#a[2]", "b.a", "b.#b", "c", "lost", "size(#a)"].randomElement(using: &generator)!
        let forms = [
            "\(path) = :n", ":s <> \(path)", "\(path) <= :n", "\(path) BETWEEN :one AND :nine",
            "\(path) IN (:s, :n, b)",
            "contains(\(path), :s)", "attribute_exists(b)", "attribute_type(a, :type)", "\(path) > size(:l)",
        ]
        return forms.randomElement(using: &generator)!
    }
}
