// Definitions of tables as they are stored: the vectors of docs/formats/catalog.md.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct TableRecordTests {
    private static let onDemand = """
        01 00 00 00 00 00 00 00 00 00 84 01 07
        02 69 64                            02 01 00 00 07
        04 6E 61 6D 65                      01 04 43 61 74 73
        06 72 65 67 69 6F 6E                01 0A 65 75 2D 6E 6F 72 74 68 2D 31
        08 75 6E 69 71 75 65 49 64          01 24 36 64 31 66 30 61 33 65 2D 30 30 30 30 2D 34 30 30 30
                                                  2D 38 30 30 30 2D 30 30 30 30 30 30 30 30 30 30 32 61
        04 6B 65 79 73                      07 02 07 02 01 02 69 64 01 01 53 07 02 01 02 61 74 01 01 4E
        0C 63 72 65 61 74 69 6F 6E 54 69 6D 65  02 04 00 05 40 A8 0D 01
        09 72 65 61 64 79 54 69 6D 65       02 05 00 01 19 44 7C 25 29
        """
    private static let deletedTail = """
        09 72 65 61 64 55 6E 69 74 73       02 01 00 00 05
        0A 77 72 69 74 65 55 6E 69 74 73    02 01 00 01 01
        08 67 6F 6E 65 54 69 6D 65          02 04 00 05 41 A8 0D 01
        """

    private static let definition = TableDefinition(
        name: TableName("Cats")!,
        region: "eu-north-1",
        uniqueID: "6d1f0a3e-0000-4000-8000-00000000002a",
        keySchema: KeySchema(
            partition: KeyAttribute(name: "id", type: .string),
            sort: KeyAttribute(name: "at", type: .number)
        ),
        creationTime: Timestamp(milliseconds: 1_767_225_600_000),
        readyTime: Timestamp(milliseconds: 1_767_225_600_250)
    )

    private static let deleted: TableDefinition = {
        var deleted = definition
        deleted.throughput = ThroughputSettings(provisioned: ThroughputUnits(readUnits: 5, writeUnits: 10))
        deleted.goneTime = Timestamp(milliseconds: 1_767_225_700_000)
        return deleted
    }()

    @Test func `a definition has the bytes of the format`() {
        let deletedHex = Self.onDemand.replacing("84 01 07\n", with: "A9 01 0A\n") + " " + Self.deletedTail

        #expect(TableRecord(id: 7, definition: Self.definition).bytes == [UInt8](hex: Self.onDemand))
        #expect(TableRecord(id: 7, definition: Self.deleted).bytes == [UInt8](hex: deletedHex))
    }

    private static let expiring: TableDefinition = {
        var expiring = definition
        expiring.settings.expiry = .enabled
        return expiring
    }()

    @Test func `time to live stands behind the rest`() {
        let tail = """
            0F 65 78 70 69 72 79 41 74 74 72 69 62 75 74 65     01 07 65 78 70 69 72 65 73
            0F 69 73 45 78 70 69 72 79 45 6E 61 62 6C 65 64     05
            10 65 78 70 69 72 79 47 65 6E 65 72 61 74 69 6F 6E  02 01 00 00 01
            10 65 78 70 69 72 79 43 68 61 6E 67 65 54 69 6D 65  02 04 00 05 40 A8 0D 01
            0F 65 78 70 69 72 79 52 65 61 64 79 54 69 6D 65     02 05 00 01 19 44 7C 25 29
            """
        let hex = Self.onDemand.replacing("84 01 07\n", with: "E9 01 0C\n") + " " + tail

        #expect(TableRecord(id: 7, definition: Self.expiring).bytes == [UInt8](hex: hex))
    }

    @Test(
        arguments: [
            ("expiryAttribute", 1), ("isExpiryEnabled", "yes"), ("expiryGeneration", nil), ("expiryGeneration", -1),
            ("expiryChangeTime", nil), ("expiryReadyTime", nil),
        ] as [(String, AttributeValue?)]
    )
    func `a field of time to live that is missing or of the wrong type is damage`(
        name: String,
        value: AttributeValue?
    ) throws {
        var item = try TableRecord(id: 7, definition: Self.expiring).bytes.withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
        item[name] = value

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) } }
    }

    @Test(arguments: [definition, deleted, expiring])
    func `a definition comes back`(definition: TableDefinition) throws {
        let record = TableRecord(id: .max, definition: definition)

        let read = try record.bytes.withUnsafeBytes { try TableRecord($0) }

        #expect(read.id == .max)
        #expect(read.definition == definition.asRead)
    }

    @Test func `a table of format 1 without provisioned units has been on demand since it was created`() throws {
        let read = try [UInt8](hex: Self.onDemand).withUnsafeBytes { try TableRecord($0) }

        #expect(read.definition.lastOnDemandTime == Self.definition.creationTime)
    }

    @Test func `a definition cut off anywhere is damaged`() {
        let bytes = TableRecord(id: 7, definition: Self.deleted).bytes

        for length in 0..<bytes.count {
            #expect(throws: StorageError.self, "the first \(length) bytes") {
                try Array(bytes[..<length]).withUnsafeBytes { try TableRecord($0) }
            }
        }
    }

    @Test(
        arguments: [
            ("name", .null), ("name", "a"), ("region", 1), ("uniqueId", nil), ("keys", []),
            ("keys", [["id", "S", "x"]]), ("keys", [["id", "BOOL"]]),
            ("id", nil), ("id", "7"), ("creationTime", nil), ("readyTime", "x"), ("goneTime", .null),
            ("writeUnits", nil),
        ] as [(String, AttributeValue?)]
    )
    func `a field that is missing or of the wrong type is damage`(name: String, value: AttributeValue?) throws {
        var item = try TableRecord(id: 7, definition: Self.deleted).bytes.withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
        item[name] = value

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) } }
    }

    @Test func `a field that is not known is ignored`() throws {
        var item = try TableRecord(id: 7, definition: Self.definition).bytes.withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
        item["fromTheFuture"] = ["x"]

        let read = try EncodedRow(item).bytes.withUnsafeBytes { try TableRecord($0) }

        #expect(read.definition == Self.definition.asRead)
    }
}

extension TableDefinition {
    /// What a record of the definition is read as.
    fileprivate var asRead: TableDefinition {
        var definition = self
        if throughput.provisioned == nil { definition.lastOnDemandTime = creationTime }
        return definition
    }
}
