// Definitions of tables with indexes and settings as they are stored: a vector of docs/formats/catalog.md.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct TableRecordIndexesTests {
    private static let hex = """
        01 00 00 00 00 00 00 00 00 00 95 06 1A
        02 69 64                                02 01 00 00 07
        04 6E 61 6D 65                          01 04 43 61 74 73
        06 72 65 67 69 6F 6E                    01 0A 65 75 2D 6E 6F 72 74 68 2D 31
        08 75 6E 69 71 75 65 49 64              01 24 36 64 31 66 30 61 33 65 2D 30 30 30 30 2D 34 30 30 30
                                                      2D 38 30 30 30 2D 30 30 30 30 30 30 30 30 30 30 32 61
        04 6B 65 79 73                          07 02 07 02 01 02 69 64 01 01 53 07 02 01 02 61 74 01 01 4E
        0C 63 72 65 61 74 69 6F 6E 54 69 6D 65  02 04 00 05 40 A8 0D 01
        09 72 65 61 64 79 54 69 6D 65           02 05 00 01 19 44 7C 25 29
        09 72 65 61 64 55 6E 69 74 73           02 01 00 00 05
        0A 77 72 69 74 65 55 6E 69 74 73        02 01 00 01 01
        0D 77 61 72 6D 52 65 61 64 55 6E 69 74 73        02 01 00 01 02
        0E 77 61 72 6D 57 72 69 74 65 55 6E 69 74 73     02 01 00 01 01
        0C 64 65 63 72 65 61 73 65 54 69 6D 65  02 05 00 01 19 44 7C 25 29
        09 64 65 63 72 65 61 73 65 73           02 01 00 00 01
        0B 75 70 64 61 74 65 64 54 69 6D 65     02 04 00 05 41 A8 0D 01
        0C 6F 6E 44 65 6D 61 6E 64 54 69 6D 65  02 04 00 05 40 A8 0D 01
        0A 61 74 74 72 69 62 75 74 65 73        07 04 07 02 01 02 69 64 01 01 53 07 02 01 02 61 74 01 01 4E
                                                      07 02 01 04 62 6F 73 73 01 01 53 07 02 01 04 73 65 65 6E 01 01 4E
        07 69 6E 64 65 78 65 73                 07 02
        08 08
          02 69 64                                       02 01 00 00 01
          04 6E 61 6D 65                                 01 06 62 79 42 6F 73 73
          04 6B 69 6E 64                                 01 05 6C 6F 63 61 6C
          0D 70 61 72 74 69 74 69 6F 6E 4B 65 79 73      07 01 07 02 01 02 69 64 01 01 53
          08 73 6F 72 74 4B 65 79 73                     07 01 07 02 01 04 62 6F 73 73 01 01 53
          0A 70 72 6F 6A 65 63 74 69 6F 6E               01 04 6B 65 79 73
          05 70 68 61 73 65                              01 05 62 75 69 6C 74
          09 72 65 61 64 79 54 69 6D 65                  02 05 00 01 19 44 7C 25 29
        08 0A
          02 69 64                                       02 01 00 00 02
          04 6E 61 6D 65                                 01 06 62 79 53 65 65 6E
          04 6B 69 6E 64                                 01 06 67 6C 6F 62 61 6C
          0D 70 61 72 74 69 74 69 6F 6E 4B 65 79 73      07 02 07 02 01 04 62 6F 73 73 01 01 53
                                                               07 02 01 02 69 64 01 01 53
          08 73 6F 72 74 4B 65 79 73                     07 01 07 02 01 04 73 65 65 6E 01 01 4E
          0A 70 72 6F 6A 65 63 74 69 6F 6E               07 01 01 05 63 6F 6C 6F 72
          05 70 68 61 73 65                              01 08 62 75 69 6C 64 69 6E 67
          09 72 65 61 64 79 54 69 6D 65                  02 05 00 01 19 44 7C 25 29
          09 72 65 61 64 55 6E 69 74 73                  02 01 00 00 03
          0A 77 72 69 74 65 55 6E 69 74 73               02 01 00 00 04
        0A 74 61 62 6C 65 43 6C 61 73 73        01 1A 53 54 41 4E 44 41 52 44 5F 49 4E 46 52 45 51 55 45 4E 54
                                                      5F 41 43 43 45 53 53
        13 69 73 44 65 6C 65 74 69 6F 6E 50 72 6F 74 65 63 74 65 64 05
        16 64 65 6C 65 74 69 6F 6E 50 72 6F 74 65 63 74 69 6F 6E 54 69 6D 65 02 05 00 01 19 44 7C 25 29
        0D 65 6E 63 72 79 70 74 69 6F 6E 4B 65 79        01 05 61 72 6E 3A 6B
        0A 73 74 72 65 61 6D 56 69 65 77        01 09 4E 45 57 5F 49 4D 41 47 45
        0A 73 74 72 65 61 6D 54 69 6D 65        02 04 00 05 40 A8 0D 01
        08 73 74 72 65 61 6D 49 64              02 01 00 00 03
        04 74 61 67 73                          07 01 07 02 01 04 74 65 61 6D 01 03 72 65 64
        08 74 61 67 73 54 69 6D 65              02 04 00 05 40 A8 0D 01
        """

    private static let definition: TableDefinition = {
        let (created, ready) = (Timestamp(milliseconds: 1_767_225_600_000), Timestamp(milliseconds: 1_767_225_600_250))
        var definition = TableDefinition(
            name: TableName("Cats")!,
            region: "eu-north-1",
            uniqueID: "6d1f0a3e-0000-4000-8000-00000000002a",
            keySchema: KeySchema(partition: .string("id"), sort: .number("at")),
            creationTime: created,
            readyTime: ready,
            attributeDefinitions: [.string("id"), .number("at"), .string("boss"), .number("seen")],
            throughput: ThroughputSettings(
                provisioned: ThroughputUnits(readUnits: 5, writeUnits: 10),
                warm: ThroughputUnits(readUnits: 20, writeUnits: 10)
            ),
            indexes: [
                IndexDefinition(
                    id: 1,
                    name: "byBoss",
                    kind: .local,
                    keySchema: KeySchema(partition: .string("id"), sort: .string("boss")),
                    projection: .keysOnly,
                    readyTime: ready
                ),
                IndexDefinition(
                    id: 2,
                    name: "bySeen",
                    kind: .global,
                    keySchema: KeySchema(partition: [.string("boss"), .string("id")], sort: [.number("seen")]),
                    projection: .include(["color"]),
                    phase: .building,
                    readyTime: ready,
                    throughput: ThroughputSettings(provisioned: ThroughputUnits(readUnits: 3, writeUnits: 4))
                ),
            ]
        )
        definition.updatedTime = Timestamp(milliseconds: 1_767_225_700_000)
        definition.lastOnDemandTime = created
        definition.throughput.lastDecreaseTime = ready
        definition.throughput.decreases = 1
        definition.settings = settings(created, ready)
        return definition
    }()

    private static func settings(_ created: Timestamp, _ ready: Timestamp) -> TableSettings {
        var settings = TableSettings()
        settings.tableClass = .infrequentAccess
        settings.isDeletionProtected = true
        settings.deletionProtectionTime = ready
        settings.encryption = TableEncryption(keyArn: "arn:k")
        settings.stream = TableStream(viewType: .newImage, id: 3)
        settings.lastStreamTime = created
        settings.tags = [Tag(key: "team", value: "red")]
        settings.tagsTime = created
        return settings
    }

    @Test func `a definition with indexes and settings has the bytes of the format`() {
        #expect(TableRecord(id: 7, definition: Self.definition).bytes.hex == [UInt8](hex: Self.hex).hex)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `every field comes back`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let definition = TableDefinition.random(using: &chance)

        let read = try TableRecord(id: 7, definition: definition).bytes.withUnsafeBytes { try TableRecord($0) }

        #expect(read.definition == definition)
    }

    @Test(
        arguments: [
            ("readUnits", "x"), ("writeUnits", nil), ("maxReadUnits", "x"), ("maxWriteUnits", true),
            ("warmReadUnits", "x"), ("warmWriteUnits", nil), ("warmedTime", "x"), ("increaseTime", "x"),
            ("decreaseTime", "x"), ("decreases", "x"), ("updatedTime", .null), ("onDemandTime", "x"),
            ("attributes", "x"), ("attributes", [["id"]]), ("attributes", [["id", "SS"]]), ("indexes", "x"),
            ("indexes", ["x"]), ("tableClass", "GLACIER"), ("tableClass", 1), ("tableClassTime", "x"),
            ("deletionProtectionTime", "x"), ("encryptionKey", 1), ("streamView", "ALL"), ("streamTime", "x"),
            ("streamId", "x"), ("streamId", -1),
            ("tags", "x"), ("tags", [["team"]]), ("tags", [["team", 1]]), ("tagsTime", "x"),
            ("isDeletionProtected", "x"),
        ] as [(String, AttributeValue?)]
    )
    func `a field that is of the wrong type is damage`(name: String, value: AttributeValue?) throws {
        var item = try Self.storedItem()

        item[name] = value

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) } }
    }

    @Test(
        arguments: [
            ("id", nil), ("id", "x"), ("name", nil), ("name", 1), ("kind", nil),
            ("kind", "regional"), ("partitionKeys", nil), ("partitionKeys", []), ("partitionKeys", [["boss", "BOOL"]]),
            ("sortKeys", nil), ("sortKeys", "x"), ("projection", nil), ("projection", "some"), ("projection", [1]),
            ("phase", nil), ("phase", "done"), ("readyTime", nil), ("readyTime", "x"), ("updatedTime", "x"),
            ("readUnits", "x"), ("writeUnits", nil),
        ] as [(String, AttributeValue?)]
    )
    func `so is one of an index that is missing or of the wrong type`(name: String, value: AttributeValue?) throws {
        let item = try Self.storedItem(withIndexField: name, value)

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) } }
    }

    @Test(arguments: [0, -1, 255, 256, 257])
    func `so is a number that no index can have`(id: Int) throws {
        let item = try Self.storedItem(withIndexField: "id", .number(Number(id)))

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) } }
    }

    @Test func `a definition without the new fields is that of a plain table`() throws {
        var item = try Self.storedItem()
        let names = [
            "id", "name", "region", "uniqueId", "keys", "creationTime", "readyTime", "readUnits", "writeUnits",
        ]

        for name in item.map(\.name) where !names.contains(name) { item[name] = AttributeValue?.none }
        let read = try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) }

        #expect(read.definition.attributeDefinitions == [.string("id"), .number("at")])
        #expect(read.definition.indexes == [])
        #expect(read.definition.settings == TableSettings())
        #expect(read.definition.throughput.warm == ThroughputUnits(readUnits: 5, writeUnits: 10))
        #expect(read.definition.updatedTime == nil)
    }

    private static func storedItem(withIndexField name: String, _ value: AttributeValue?) throws -> Item {
        var item = try storedItem()
        guard case .list(var indexes)? = item["indexes"], case .map(var index) = try #require(indexes.last) else {
            Issue.record("the indexes are no list of maps")
            return item
        }
        index[name] = value
        indexes[indexes.count - 1] = .map(index)
        item["indexes"] = .list(indexes)
        return item
    }

    private static func storedItem() throws -> Item {
        try TableRecord(id: 7, definition: definition).bytes.withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
    }
}
