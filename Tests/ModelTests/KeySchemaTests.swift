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

    @Test func `the key of an index may have several attributes of each kind`() {
        let names = ["a", "b", "c", "d", "e"]
        let attributes = names.map { KeyAttribute(name: $0, type: .string) }

        let schema = KeySchema(partition: Array(attributes[..<2]), sort: Array(attributes[2...]))

        #expect(schema.attributes.map(\.name) == names)
        #expect(names.allSatisfy { schema.contains($0) })
        #expect(schema != KeySchema(partition: Array(attributes[..<3]), sort: Array(attributes[3...])))
        #expect(Self.simple.sort.isEmpty)
    }

    @Test func `attributes are equal where type and bytes are`() {
        #expect(KeyAttribute(name: "a", type: .string) != KeyAttribute(name: "a", type: .binary))
        #expect(KeyAttribute(name: "\u{E9}", type: .string) != KeyAttribute(name: "e\u{301}", type: .string))
        #expect(KeyAttribute(name: "a", type: .string) == KeyAttribute(name: "a", type: .string))
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
