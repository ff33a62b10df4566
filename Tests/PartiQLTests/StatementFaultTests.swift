// Texts that are no statements, and statements that no table can be asked.

import ApusModel
import ApusPartiQL
import Testing

struct StatementFaultTests {
    @Test(arguments: [
        "", " ", ";", "SELECT", "SELEC * FROM Cats", "SELECT * FROM", "SELECT * FROM Cats WHERE", "SELECT FROM Cats",
        "SELECT * FROM Cats WHERE a", "SELECT * FROM Cats WHERE a =", "SELECT * FROM Cats WHERE a = 1 AND",
        "SELECT * FROM Cats WHERE (a = 1", "SELECT * FROM Cats WHERE a = 1)", "SELECT * FROM Cats WHERE a = 'x",
        "SELECT * FROM Cats WHERE a = \"x", "SELECT * FROM Cats; SELECT * FROM Cats", "SELECT * FROM Cats;;",
        "SELECT a, FROM Cats", "SELECT a[x] FROM Cats", "SELECT a[1.5] FROM Cats", "SELECT 'a' FROM Cats",
        "SELECT * FROM my-cats", "SELECT * FROM 'Cats'", "SELECT * FROM Cats ORDER id", "SELECT * FROM Cats ORDER BY",
        "SELECT * FROM Cats WHERE a + 1 = 2", "SELECT * FROM Cats WHERE foo(a)", "SELECT * FROM Cats WHERE a IS 1",
        "SELECT * FROM Cats WHERE a IN []", "SELECT * FROM Cats WHERE a IN 1", "SELECT * FROM Cats WHERE size(a)",
        "SELECT * FROM Cats WHERE a = begins_with(a, 'x')", "SELECT * FROM Cats WHERE NOT a",
        "SELECT * FROM Cats WHERE select = 1", "INSERT INTO Cats {'id': 'a'}", "INSERT INTO Cats VALUE {id: 'a'}",
        "INSERT INTO Cats VALUE {'id': a}", "INSERT INTO Cats VALUE {'id': 'a', 'id': 'b'}",
        "INSERT INTO Cats VALUE {'id' 'a'}", "INSERT INTO Cats VALUE ?", "INSERT INTO Cats VALUE {'id': 'a'} RETURNING",
        "UPDATE Cats WHERE id = 'a'", "UPDATE Cats SET a WHERE id = 'a'",
        "UPDATE Cats SET a = 1 + 2 + 3 WHERE id = 'a'",
        "UPDATE Cats SET a = foo(a) WHERE id = 'a'", "UPDATE Cats SET a = list_append(a) WHERE id = 'a'",
        "UPDATE Cats SET a = 1 WHERE id = 'a' RETURNING OLD *", "UPDATE Cats SET a = 1 RETURNING ALL OLD",
        "DELETE Cats WHERE id = 'a'", "DELETE FROM Cats WHERE id = 'a' RETURNING", "EXISTS SELECT * FROM Cats",
        "EXISTS(DELETE FROM Cats)", "SELECT * FROM Cats WHERE a = é", "SELECT * FROM Cats WHERE a ! 1",
        "INSERT INTO Cats VALUE {'a': 1e}", "INSERT INTO Cats VALUE {'a': --1}", "INSERT INTO Cats VALUE {'a': [1,]}",
    ])
    func `a text that is no statement is refused as such`(text: String) throws {
        let refusal = try #require(Reading.refusal(of: text))

        #expect(refusal.hasPrefix("Statement wasn't well formed, can't be processed: "), "\(refusal)")
    }

    @Test(arguments: [
        "SELECT DISTINCT a FROM Cats", "SELECT * FROM Cats LIMIT 1", "SELECT * FROM Cats GROUP BY a",
        "SELECT * FROM Cats WHERE a LIKE 'x'", "SELECT a AS b FROM Cats", "SELECT COUNT(*) FROM Cats",
        "SELECT * FROM Cats INNER JOIN Dogs", "INSERT INTO Cats.byOwner VALUE {'id': 'a'}",
        "UPDATE Cats SET s = set_add(t, <<1>>) WHERE id = 'a'",
    ])
    func `what the language has and the database has not is refused as such`(text: String) throws {
        let refusal = try #require(Reading.refusal(of: text))

        #expect(refusal.hasPrefix("Unsupported operation"), "\(refusal)")
    }

    @Test(arguments: [
        ("SELECT * FROM Cats WHERE a = ?", 0), ("SELECT * FROM Cats WHERE a = ?", 2), ("SELECT * FROM Cats", 1),
        ("SELECT * FROM Cats WHERE a < ?", 0), ("UPDATE Cats SET a = set_add(a, ?)", 0),
    ])
    func `there is a value for each question mark`(text: String, count: Int) {
        let refusal = Reading.refusal(of: text, Array(repeating: 1, count: count))

        #expect(refusal == "Number of parameters in request and statement don't match.")
    }

    private static let operandType = "Incorrect operand type for operator or function; operator or function: "
    private static let invalid = "One or more parameter values were invalid: "

    private static let meaningless: [(text: String, refusal: String)] = [
        ("SELECT * FROM a.b.c", "A path may contain at most 2 components in the FROM clause"),
        ("SELECT * FROM \"\"", "Path component cannot be an empty string"),
        ("SELECT \"\" FROM Cats", "Path component cannot be an empty string"),
        ("SELECT * FROM Cats WHERE a < true", operandType + "<, operand type: BOOL"),
        ("SELECT * FROM Cats WHERE a BETWEEN 1 AND null", operandType + "BETWEEN, operand type: NULL"),
        ("SELECT * FROM Cats WHERE begins_with(a, 1)", operandType + "begins_with, operand type: N"),
        ("SELECT * FROM Cats WHERE size(1) = 1", operandType + "size, operand type: N"),
        ("SELECT * FROM Cats WHERE attribute_type(a, 1)", operandType + "attribute_type, operand type: N"),
        (
            "SELECT * FROM Cats WHERE begins_with(a)",
            "Incorrect number of operands for operator or function; operator or function: begins_with, "
                + "number of operands: 1"
        ),
        (
            "SELECT * FROM Cats WHERE attribute_type(a, 'X')",
            "Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
        ),
        (
            "SELECT * FROM Cats WHERE a BETWEEN 2 AND 1",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound "
                + "operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}"
        ),
        (
            "SELECT * FROM Cats WHERE 'a' IS MISSING",
            "Operator or function requires a document path; operator or function: IS"
        ),
        (
            "SELECT a.b, a FROM Cats",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; "
                + "path one: [a, b], path two: [a]"
        ),
        (
            "UPDATE Cats SET a.b = 1 REMOVE a[0] WHERE id = 'a'",
            "Two document paths conflict with each other; must remove or rewrite one of these paths; "
                + "path one: [a, b], path two: [a, [0]]"
        ),
        ("UPDATE Cats SET a = b + 'x' WHERE id = 'a'", operandType + "+, operand type: S"),
        ("UPDATE Cats SET a = list_append(a, 1) WHERE id = 'a'", operandType + "list_append, operand type: N"),
        ("UPDATE Cats SET a = set_add(a, 1) WHERE id = 'a'", operandType + "set_add, operand type: N"),
        (
            "UPDATE Cats SET a = if_not_exists(1, 1) WHERE id = 'a'",
            "Operator or function requires a document path; operator or function: if_not_exists"
        ),
        (
            "DELETE FROM Cats WHERE id = 'a' RETURNING MODIFIED OLD *",
            "Invalid returning clause: RETURNING MODIFIED OLD *. "
                + "Only RETURNING ALL OLD * is allowed in DELETE statements."
        ),
        ("INSERT INTO Cats VALUE {'a': <<>>}", invalid + "An string set  may not be empty"),
        ("INSERT INTO Cats VALUE {'a': <<1, 1.0>>}", "Input collection contains duplicates"),
        ("INSERT INTO Cats VALUE {'a': <<'x', 'x'>>}", invalid + "Input collection [x, x] contains duplicates."),
        (
            "INSERT INTO Cats VALUE {'a': <<1, 'x'>>}",
            invalid + "The elements of a set must be of one type: strings, numbers or binary values"
        ),
        ("INSERT INTO Cats VALUE {'': 1}", "Empty attribute name"),
        (
            "INSERT INTO Cats VALUE {'a': 1e126}",
            "Number overflow. Attempting to store a number with magnitude larger than supported range"
        ),
        (
            "INSERT INTO Cats VALUE {'a': 123456789012345678901234567890123456789}",
            "Attempting to store more than 38 significant digits in a Number"
        ),
        (
            "SELECT a[99999999999] FROM Cats",
            "List index is not within the allowable range; index: [99999999999]"
        ),
    ]

    @Test(arguments: meaningless)
    func `a statement that cannot mean anything is refused`(text: String, refusal: String) {
        #expect(Reading.refusal(of: text) == refusal)
    }

    @Test func `parts at odds are told only of a text that is a statement`() throws {
        let refusal = try #require(Reading.refusal(of: "SELECT * FROM Cats WHERE a < true AND"))

        #expect(refusal.hasPrefix("Statement wasn't well formed"))
    }

    @Test func `statements have limits`() throws {
        let condition = "SELECT * FROM Cats WHERE "
        let many = Array(repeating: "a=1", count: 151)
        let longText = "SELECT * FROM Cats WHERE a = '\(String(repeating: "x", count: 8_161))'"
        let deepList = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
        let deepPath = Array(repeating: "a", count: 33).joined(separator: ".")

        #expect(Reading.refusal(of: condition + many.dropLast().joined(separator: " OR ")) == nil)
        #expect(
            Reading.refusal(of: condition + many.joined(separator: " OR "))
                == "The expression contains too many operators; operator count: 301"
        )
        #expect(
            Reading.refusal(of: "\(condition)a IN [\(Array(repeating: "1", count: 101).joined(separator: ","))]")
                == "Incorrect number of operands for operator or function; operator or function: IN, "
                + "number of operands: 101"
        )
        #expect(longText.utf8.count == 8_192)
        #expect(Reading.refusal(of: longText) == nil)
        #expect(try #require(Reading.refusal(of: longText + " ")).hasPrefix("Statement wasn't well formed"))
        #expect(Reading.refusal(of: "INSERT INTO Cats VALUE {'a': \(deepList)}")?.hasPrefix("Nesting Levels") == true)
        #expect(
            Reading.refusal(of: "SELECT \(deepPath) FROM Cats")
                == "The document path has too many nesting levels; nesting levels: 33"
        )
        let deepest = String(repeating: "(", count: 4_000)
        #expect(try #require(Reading.refusal(of: condition + deepest)).hasSuffix("it is nested too deeply"))
    }
}
