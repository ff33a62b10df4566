// Keys of items, as a table compares them.

import ApusModel
import Testing

@testable import Apus

struct ItemKeyTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "id", type: .string),
        sort: KeyAttribute(name: "at", type: .number)
    )

    @Test func `keys are equal where the table takes them for the same`() throws {
        let whole = try ItemKey(of: ["id": "a", "at": 10, "more": true], schema: Self.schema)
        let scientific = try ItemKey(of: ["at": .number(Number("1E1")), "id": "a"], schema: Self.schema)
        let other = try ItemKey(of: ["id": "a", "at": 11], schema: Self.schema)

        #expect(whole == scientific)
        #expect(whole != other)
    }

    @Test func `characters that look alike are two keys`() throws {
        let schema = KeySchema(partition: Self.schema.partition, sort: [])

        let composed = try ItemKey(of: ["id": "\u{E9}"], schema: schema)
        let decomposed = try ItemKey(of: ["id": "e\u{301}"], schema: schema)

        #expect(composed != decomposed)
    }

    @Test func `an item without its key is none of the table`() throws {
        #expect(throws: ItemKeyFault.missing(KeyAttribute(name: "at", type: .number))) {
            try ItemKey(of: ["id": "a"], schema: Self.schema)
        }
        #expect(throws: ItemKeyFault.wrongType(KeyAttribute(name: "at", type: .number), found: .string)) {
            try ItemKey(of: ["id": "a", "at": "10"], schema: Self.schema)
        }
    }
}
