// Texts of all sorts: whatever stands in them, a statement is read or refused, and never harms.

import ApusExpressions
import ApusModel
import ApusPartiQL
import Testing

@Suite struct ParsingFuzzTests {
    private static let seeds: [UInt64] = [1, .random(in: 0...UInt64.max)]

    private static let pieces = [
        "SELECT", "*", "FROM", "Cats", "\"my-cats\"", ".byOwner", "WHERE", "ORDER BY", "DESC", "INSERT INTO", "VALUE",
        "UPDATE", "SET", "REMOVE", "DELETE FROM", "RETURNING", "ALL OLD *", "MODIFIED NEW *", "EXISTS(", "id", "at",
        "a.b",
        "[0]", "[", "]", "{", "}", "(", ")", "<<", ">>", ",", ".", ":", ";", "?", "=", "<>", "<", "<=", ">", ">=", "+",
        "-", "AND", "or", "NOT", "BETWEEN", "in", "IS", "MISSING", "null", "true", "'x'", "'it''s'", "'", "\"", "\"\"",
        "1",
        "2.5", "1e3", "1e999", "size(", "begins_with(", "contains(", "attribute_type(", "list_append(", "set_add(",
        "set_delete(", "if_not_exists(", "foo(", "LIMIT", "!", "é", "\u{0}",
    ]

    private static let statements = [
        "SELECT a.b, c[1] FROM \"Cats\".\"idx\" WHERE id = 'tom' AND at BETWEEN 1 AND ? ORDER BY at DESC;",
        "SELECT * FROM Cats WHERE id IN ['a', 'b'] AND NOT (n IS MISSING OR size(l) > 2) OR contains(t, 'x')",
        "INSERT INTO Cats VALUE {'id': 'tom', 'l': [1, {'x': <<1, 2>>}], 'b': ?, 'z': null}",
        "UPDATE Cats SET n = n + 1, l = list_append(l, [?]) REMOVE m.x, k[0] SET s = set_add(s, <<'a'>>) "
            + "WHERE id = 'tom' AND at = 2 AND v <> 5 RETURNING MODIFIED NEW *",
        "DELETE FROM Cats WHERE id = 'tom' AND at = 1 AND begins_with(n, 'a') RETURNING ALL OLD *",
        "EXISTS(SELECT * FROM Cats WHERE id = 'tom' AND attribute_type(n, 'N'))",
    ]

    @Test(arguments: seeds)
    func `pieces in any order are read or refused`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4_000 {
            let count = Int.random(in: 1...16, using: &generator)
            let glue = Bool.random(using: &generator) ? " " : ""
            let start = Bool.random(using: &generator) ? "SELECT * FROM Cats WHERE " : ""
            let pieces = (0..<count).map { _ in Self.pieces.randomElement(using: &generator)! }
            use(start + pieces.joined(separator: glue))
        }
    }

    @Test(arguments: seeds)
    func `statements with changes anywhere are read or refused`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4_000 {
            var text = Array(Self.statements.randomElement(using: &generator)!.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) { Self.change(&text, using: &generator) }
            use(String(decoding: text, as: UTF8.self))
        }
    }

    @Test(arguments: seeds)
    func `bytes in any order are read or refused`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let count = Int.random(in: 0...60, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            use(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `the statements that are changed are sound`() throws {
        for text in Self.statements {
            let count = text.filter { $0 == "?" }.count
            #expect(Reading.refusal(of: text, Array(repeating: 5, count: count)) == nil, "\(text)")
        }
    }

    /// Takes a byte out, puts one in, changes one, or moves a piece.
    private static func change(_ text: inout [UInt8], using generator: inout SeededGenerator) {
        guard !text.isEmpty else { return }
        let position = Int.random(in: 0..<text.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: text.remove(at: position)
        case 1: text.insert(contentsOf: pieces.randomElement(using: &generator)!.utf8, at: position)
        case 2: text[position] = UInt8.random(in: 0x20...0x7E, using: &generator)
        default: text.append(contentsOf: text[position...].prefix(12))
        }
    }

    private static let item: Item = ["id": "tom", "a": [1, ["b": "x"]], "n": 5, "s": .stringSet(["m"]), "l": [1]]
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "id", type: .string),
        sort: KeyAttribute(name: "at", type: .number)
    )

    /// Reads a text as a statement, with as many parameters as it may want, and uses what can be read.
    private func use(_ text: String) {
        let count = text.utf8.count { $0 == UInt8(ascii: "?") }
        guard let statement = try? Statement(parsing: text, parameters: Array(repeating: 5, count: count)) else {
            return
        }
        switch statement {
        case .select(let select), .exists(let select):
            _ = select.condition?.holds(for: Self.item)
            _ = select.projection?.applied(to: Self.item)
            _ = try? SelectPlan(select, by: Self.schema)
            _ = try? SelectPlan(select, by: Self.schema, ofIndex: "byAt")
        case .insert(let insert): _ = insert.item.itemSize
        case .update(let update):
            _ = try? update.update.applied(to: Self.item, exists: true)
            _ = update.update.touched(in: Self.item)
            _ = Conjunction(update.condition).equalities
        case .delete(let delete): _ = Conjunction(delete.condition).rest
        }
    }
}
