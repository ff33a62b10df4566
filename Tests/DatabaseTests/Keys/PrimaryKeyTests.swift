// Keys of items, checked against the schema.

import ApusModel
import Testing

@testable import ApusDatabase

struct PrimaryKeyTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "id", type: .string),
        sort: KeyAttribute(name: "at", type: .binary)
    )
    private static let invalid = "One or more parameter values were invalid: "
    private static let notValid = "One or more parameter values are not valid. "
    private static let emptyString =
        "The AttributeValue for a key attribute cannot contain an empty string value. Key: id"
    private static let emptyBinary =
        "The AttributeValue for a key attribute cannot contain an empty binary value. Key: at"
    private static let longPartition = "\(invalid)Size of hashkey has exceeded the maximum size limit of2048 bytes"
    private static let longSort =
        "\(invalid)Aggregated size of all range keys has exceeded the size limit of 1024 bytes"

    @Test func `a key is taken out of an item`() throws {
        let key = try PrimaryKey(of: ["other": 1, "at": .binary([7]), "id": "tom"], by: Self.schema)

        #expect(key == PrimaryKey(partition: "tom", sort: .binary([7])))
        #expect(key.attributes(by: Self.schema) == ["id": "tom", "at": .binary([7])])
    }

    @Test(
        arguments: [
            ([:], "\(invalid)Missing the key id in the item"),
            (["id": "tom"], "\(invalid)Missing the key at in the item"),
            (["at": .binary([1])], "\(invalid)Missing the key id in the item"),
            (["id": 1, "at": .binary([1])], "\(invalid)Type mismatch for key id expected: S actual: N"),
            (["id": "tom", "at": "x"], "\(invalid)Type mismatch for key at expected: B actual: S"),
            (["id": .null, "at": .binary([1])], "\(invalid)Type mismatch for key id expected: S actual: NULL"),
            (["id": ["tom"], "at": .binary([1])], "\(invalid)Type mismatch for key id expected: S actual: L"),
            (["id": "", "at": .binary([1])], "\(notValid)\(emptyString)"),
            (["id": "tom", "at": .binary([])], "\(notValid)\(emptyBinary)"),
        ] as [(Item, String)]
    )
    func `an item whose key does not fit is refused`(item: Item, message: String) {
        #expect(throws: ServiceError.validation(message)) { try PrimaryKey(of: item, by: Self.schema) }
    }

    @Test(
        arguments: [
            [:], ["id": "tom"], ["at": .binary([1])], ["id": "tom", "at": .binary([1]), "more": 1],
            ["id": 1, "at": .binary([1])],
            ["id": "tom", "at": "x"], ["id": "tom", "other": .binary([1])],
        ] as [Item]
    )
    func `a key that stands alone has exactly the attributes of the schema`(key: Item) {
        #expect(throws: ServiceError.validation("The provided key element does not match the schema")) {
            try PrimaryKey(key, by: Self.schema)
        }
    }

    @Test(
        arguments: [
            (["id": "", "at": .binary([1])], "\(invalid)\(emptyString)"),
            (["id": "tom", "at": .binary([])], "\(invalid)\(emptyBinary)"),
        ] as [(Item, String)]
    )
    func `a key that stands alone is refused in words of its own`(key: Item, message: String) {
        #expect(throws: ServiceError.validation(message)) { try PrimaryKey(key, by: Self.schema) }
    }

    @Test func `a key that is too long is refused`() {
        let longPartition: Item = ["id": .string(String(repeating: "k", count: 2_049)), "at": .binary([1])]
        let longSort: Item = ["id": "tom", "at": .binary(Array(repeating: 0, count: 1_025))]

        for (key, message) in [(longPartition, Self.longPartition), (longSort, Self.longSort)] {
            #expect(throws: ServiceError.validation(message)) { try PrimaryKey(of: key, by: Self.schema) }
            #expect(throws: ServiceError.validation(message)) { try PrimaryKey(key, by: Self.schema) }
        }
    }

    @Test func `the longest keys are taken, counted in bytes`() {
        let item: Item = [
            "id": .string(String(repeating: "k", count: 2_048)), "at": .binary(Array(repeating: 0, count: 1_024)),
        ]
        let twoBytesEach: Item = ["id": .string(String(repeating: "é", count: 1_025)), "at": .binary([1])]

        #expect(throws: Never.self) { try PrimaryKey(of: item, by: Self.schema) }
        #expect(throws: Never.self) { try PrimaryKey(item, by: Self.schema) }
        #expect(throws: ServiceError.validation(Self.longPartition)) {
            try PrimaryKey(of: twoBytesEach, by: Self.schema)
        }
    }

    @Test func `a schema without a sort key takes the partition key alone`() throws {
        let schema = KeySchema(partition: KeyAttribute(name: "n", type: .number))

        #expect(try PrimaryKey(["n": 0], by: schema) == PrimaryKey(partition: 0, sort: nil))
    }
}
