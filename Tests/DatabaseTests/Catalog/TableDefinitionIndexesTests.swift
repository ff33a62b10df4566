// What becomes of a table's definition when an index is gone.

import ApusModel
import Testing

@testable import ApusDatabase

struct TableDefinitionIndexesTests {
    private static func definition(indexedBy names: [String]) throws -> TableDefinition {
        let time = Timestamp(milliseconds: 0)
        let key = KeySchema(
            partition: KeyAttribute(name: "id", type: .string),
            sort: KeyAttribute(name: "at", type: .number)
        )
        let indexes = zip((1 as UInt8)..., names).map { id, name in
            IndexDefinition(
                id: id,
                name: "by\(id)",
                kind: .global,
                keySchema: KeySchema(
                    partition: KeyAttribute(name: name, type: .string),
                    sort: KeyAttribute(name: "at", type: .number)
                ),
                projection: .all,
                readyTime: time
            )
        }
        return TableDefinition(
            name: try #require(TableName("Cats")),
            region: "eu-north-1",
            uniqueID: "1",
            keySchema: key,
            creationTime: time,
            readyTime: time,
            attributeDefinitions: key.attributes + [
                KeyAttribute(name: "owner", type: .string), KeyAttribute(name: "name", type: .string),
            ],
            indexes: indexes
        )
    }

    @Test func `an index takes the attributes with it that stand in no other key`() throws {
        let rest = try Self.definition(indexedBy: ["owner", "name"]).withoutIndex(1)

        #expect(rest.indexes.map(\.id) == [2])
        #expect(rest.attributeDefinitions.map(\.name) == ["id", "at", "name"])
    }

    @Test func `attributes that another index has stay`() throws {
        let rest = try Self.definition(indexedBy: ["owner", "owner", "name"]).withoutIndex(2)

        #expect(rest.indexes.map(\.id) == [1, 3])
        #expect(rest.attributeDefinitions.map(\.name) == ["id", "at", "owner", "name"])
    }

    @Test func `without an index that is not there a definition is as it was`() throws {
        let definition = try Self.definition(indexedBy: ["owner", "name"])

        #expect(definition.withoutIndex(3) == definition)
    }
}
