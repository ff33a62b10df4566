// Which attributes are keys.

import Testing

@testable import ApusModel

struct KeySchemaTests {
    private static let simple = KeySchema(partition: KeyAttribute(name: "id", type: .string))
    private static let composite = KeySchema(
        partition: KeyAttribute(name: "\u{E9}", type: .string),
        sort: KeyAttribute(name: "at", type: .number)
    )

    @Test func `the attributes are those of the schema, the partition key first`() {
        #expect(Self.simple.attributes.map(\.name) == ["id"])
        #expect(Self.composite.attributes.map(\.name) == ["\u{E9}", "at"])
    }

    @Test func `a name is a key whose bytes are`() {
        #expect(Self.composite.contains("\u{E9}"))
        #expect(Self.composite.contains("at"))
        #expect(!Self.composite.contains("e\u{301}"))
        #expect(!Self.simple.contains("at"))
    }

    @Test(arguments: KeyAttributeType.allCases)
    func `a key type matches values of that type alone`(type: KeyAttributeType) {
        let values: [AttributeValue] = ["a", 1, .binary([1]), true, .null, [], [:], .stringSet(["a"])]

        #expect(values.filter { type.matches($0) }.map(\.type.rawValue) == [type.rawValue])
    }
}
