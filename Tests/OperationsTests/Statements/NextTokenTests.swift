// Where a SELECT goes on, as a text and back.

import ApusModel
import ApusWire
import Testing

@testable import ApusOperations

struct NextTokenTests {
    private static let key: Item = ["id": "tom\u{1}é", "at": -2.5, "x": .binary([0, 0xFF])]

    private static func text(_ statement: String, _ parameters: [AttributeValue] = []) -> StatementText {
        var text = StatementText()
        text.statement = statement
        if !parameters.isEmpty { text.parameters = parameters.map { Unchecked($0) } }
        return text
    }

    @Test(arguments: [NextToken(part: 0, key: key), NextToken(part: 49, key: nil), NextToken(part: 3, key: [:])])
    func `a token comes back as it was`(token: NextToken) throws {
        let statement = Self.text("SELECT * FROM Cats WHERE id = ?", ["tom"])

        #expect(try NextToken(token.text(for: statement), of: statement) == token)
    }

    @Test func `a token is good for its statement and parameters only`() {
        let statement = Self.text("SELECT * FROM Cats WHERE id = ?", ["tom"])
        let text = NextToken(part: 1, key: Self.key).text(for: statement)

        for other in [
            Self.text("SELECT * FROM Cats WHERE id = ? ", ["tom"]),
            Self.text("SELECT * FROM Cats WHERE id = ?", ["kit"]),
            Self.text("SELECT * FROM Cats WHERE id = ?"),
        ] {
            #expect(throws: ServiceError.self) { try NextToken(text, of: other) }
        }
    }

    @Test func `a token that has been changed anywhere is refused`() throws {
        let statement = Self.text("SELECT * FROM Cats")
        let letters = Array(NextToken(part: 1, key: Self.key).text(for: statement).utf8)

        for position in letters.indices {
            for letter in [UInt8(ascii: "A"), UInt8(ascii: "/"), UInt8(ascii: "=")] where letter != letters[position] {
                var changed = letters
                changed[position] = letter
                #expect(throws: ServiceError.self) {
                    try NextToken(String(decoding: changed, as: UTF8.self), of: statement)
                }
            }
            #expect(throws: ServiceError.self) {
                try NextToken(String(decoding: letters[..<position], as: UTF8.self), of: statement)
            }
        }
    }

    @Test func `the longest key fits into a token`() throws {
        let key: Item = [
            "id": .binary([UInt8](repeating: 1, count: 2_048)), "at": .binary([UInt8](repeating: 1, count: 1_024)),
            "g": .string(String(repeating: "\u{1}", count: 2_048)),
            "h": .string(String(repeating: "\u{1}", count: 1_024)),
        ]

        let text = NextToken(part: 49, key: key).text(for: Self.text("SELECT * FROM Cats"))

        #expect(text.utf8.count < Limits.nextTokenLength.upperBound)
    }
}
