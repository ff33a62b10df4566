// Tests of document paths: what their texts mean and how they are sent.

import Apus
import ApusModel
import Testing

@Suite struct DocumentPathTests {
    private static let item: Item = [
        "info": ["ratings": [[7, 8], [9, 10]], "a.b": 1, "rating": 5],
        "a.b": ["c": 2],
        "select": 3,
        "\u{E9}": 4,
    ]

    @Test(
        arguments: [
            ("select", 3), ("info.rating", 5), ("info.ratings[0]", [7, 8]), ("info.ratings[1][0]", 9), ("\u{E9}", 4),
        ] as [(String, AttributeValue)]
    )
    func `a text is cut at its dots and brackets`(text: String, value: AttributeValue) throws {
        let path = try DocumentPath(parsing: text)

        try expect(path, leadsTo: value)
    }

    @Test func `a literal is the path of its text`() throws {
        try expect("info.ratings[1][1]", leadsTo: 10)
        try expect(path("info.rating"), leadsTo: 5)
    }

    @Test func `a path is made of steps that are never cut`() throws {
        try expect(DocumentPath(name: "a.b").member("c"), leadsTo: 2)
        try expect(DocumentPath(name: "info").member("a.b"), leadsTo: 1)
        try expect(DocumentPath(name: "info").member("ratings")[0][1], leadsTo: 8)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "[0]", "a[", "a[]", "a]", "a[0", "a[0]b", "a[0].", "a[-1]", "a[+1]", "a[x]",
        "a[0]]",
        "a[[0]]", "a.[0]", "a[2147483648]", "a[99999999999999999999]",
    ])
    func `a text that is no path is refused`(text: String) {
        #expect(throws: ExpressionError.malformedPath(text)) { try DocumentPath(parsing: text) }
    }

    @Test func `a dot ends a step even where an accent follows it`() throws {
        let expressions = try RequestExpressions(projection: [DocumentPath(parsing: "a.\u{301}b")])

        #expect(expressions.projectionExpression == "#0.#1")
    }

    @Test func `names are told apart by their bytes`() throws {
        let condition = DocumentPath(name: "\u{E9}") == DocumentPath(name: "e\u{301}")

        let expressions = try RequestExpressions(condition: condition)

        #expect(expressions.conditionExpression == "#0 = #1")
        #expect(try ServiceReading(expressions).accepts(["\u{E9}": 1, "e\u{301}": 1]))
    }

    @Test func `a path of 32 steps can be sent and a longer one not`() throws {
        let longest = (1..<32).reduce(DocumentPath(name: "a")) { path, _ in path.member("a") }

        _ = try ServiceReading(RequestExpressions(projection: [longest]))

        #expect(throws: ExpressionError.tooManySteps(33)) { try RequestExpressions(projection: [longest[0]]) }
    }

    @Test(arguments: [0, 65_536])
    func `a name of no length that the service takes is not sent`(length: Int) {
        let path = DocumentPath(name: String(repeating: "a", count: length))

        #expect(throws: ExpressionError.nameLength(bytes: length)) { try RequestExpressions(condition: path.exists) }
    }

    private func expect(
        _ path: DocumentPath,
        leadsTo value: AttributeValue,
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let expressions = try RequestExpressions(condition: path == value)
        #expect(try ServiceReading(expressions).accepts(Self.item), sourceLocation: place)
    }
}
