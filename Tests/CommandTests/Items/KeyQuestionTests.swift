// Key conditions out of words.

import ApusModel
import Testing

@testable import ApusCommand

struct KeyQuestionTests {
    private static let films = KeySchema(
        partition: KeyAttribute(name: "title", type: .string),
        sort: KeyAttribute(name: "year", type: .number)
    )
    private static let visits = KeySchema(
        partition: [KeyAttribute(name: "land", type: .string), KeyAttribute(name: "city", type: .string)],
        sort: [KeyAttribute(name: "year", type: .number), KeyAttribute(name: "day", type: .string)]
    )

    /// The condition with all that stands behind its placeholders put in.
    private func meaning(_ question: KeyQuestion, _ schema: KeySchema) throws -> String {
        var placeholders = Placeholders()
        var text = try question.condition(on: schema, &placeholders)
        for (name, attribute) in placeholders.names { text = text.replacing(name, with: attribute) }
        for (name, value) in placeholders.values { text = text.replacing(name, with: value.plainText) }
        return text
    }

    @Test(arguments: [
        (KeyQuestion(partition: ["M"]), "title = M"),
        (KeyQuestion(partition: ["M"], sort: ["1931"]), "title = M AND year = 1931"),
        (KeyQuestion(partition: ["M"], lowest: "1920"), "title = M AND year >= 1920"),
        (KeyQuestion(partition: ["M"], highest: "1929"), "title = M AND year <= 1929"),
        (KeyQuestion(partition: ["M"], lowest: "1920", highest: "1929"), "title = M AND year BETWEEN 1920 AND 1929"),
    ])
    func `values and bounds make a condition`(question: KeyQuestion, condition: String) throws {
        #expect(try meaning(question, Self.films) == condition)
    }

    @Test func `keys of several attributes are asked for in their order`() throws {
        let question = KeyQuestion(partition: ["no", "Oslo"], sort: ["1930"], beginning: "05-")

        let condition = "land = no AND city = Oslo AND year = 1930 AND begins_with(day, 05-)"
        #expect(try meaning(question, Self.visits) == condition)
    }

    @Test(arguments: [
        (KeyQuestion(partition: ["M", "x"]), "A query takes a value for each partition key attribute: title"),
        (KeyQuestion(partition: ["M"], sort: ["1", "2"]), "The sort key has no more than year"),
        (KeyQuestion(partition: ["M"], sort: ["1"], lowest: "2"), "The sort key has no more than year"),
        (KeyQuestion(partition: ["M"], beginning: "19"), "year is a number: it has no beginning"),
        (KeyQuestion(partition: ["M"], sort: ["x"]), "year: The parameter cannot be converted to a numeric value: x"),
    ])
    func `what a key cannot be asked is told`(question: KeyQuestion, told: String) {
        #expect(throws: RecordFault(told)) { try meaning(question, Self.films) }
    }

    @Test func `a table without a sort key has none to ask for`() {
        let schema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

        #expect(throws: RecordFault("There is no sort key to ask for")) {
            try meaning(KeyQuestion(partition: ["a"], sort: ["b"]), schema)
        }
    }
}
