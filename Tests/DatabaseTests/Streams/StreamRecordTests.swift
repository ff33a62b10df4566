// Streams and shards as they are stored: the vectors of docs/formats/changes.md.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct StreamRecordTests {
    private static let streamHex = """
        01 00 00 00 00 00 00 00 00 00 6F 08
        02 69 64                            02 01 00 00 03
        05 74 61 62 6C 65                   01 04 43 61 74 73
        06 72 65 67 69 6F 6E                01 0A 65 75 2D 6E 6F 72 74 68 2D 31
        07 74 61 62 6C 65 49 64             02 01 00 00 07
        04 6B 65 79 73                      07 02 07 02 01 02 69 64 01 01 53 07 02 01 02 61 74 01 01 4E
        04 76 69 65 77                      01 09 4E 45 57 5F 49 4D 41 47 45
        0C 63 72 65 61 74 69 6F 6E 54 69 6D 65  02 04 00 05 40 A8 0D 01
        09 72 65 61 64 79 54 69 6D 65       02 05 00 01 19 44 7C 25 29
        """
    private static let disabledTail = "0C 64 69 73 61 62 6C 65 64 54 69 6D 65 02 04 00 05 41 A8 0D 01"
    private static let firstShardHex = """
        01 00 00 00 00 00 00 00 00 00 26 03
        06 6E 75 6D 62 65 72                02 00
        05 73 74 61 72 74                   03 08 01 9B 76 DA A8 00 00 01
        06 68 61 73 68 65 73                07 02 02 00 02 04 00 00 FF FF FF FF
        """
    private static let childHex = """
        01 00 00 00 00 00 00 00 00 00 69 08
        06 6E 75 6D 62 65 72                02 01 00 00 01
        05 73 74 61 72 74                   03 08 01 9B 76 DA A8 00 00 09
        06 68 61 73 68 65 73                07 02 02 04 00 00 00 00 00 80 02 04 00 00 FF FF FF FF
        06 70 61 72 65 6E 74                02 00
        0B 70 61 72 65 6E 74 53 74 61 72 74 03 08 01 9B 76 DA A8 00 00 01
        03 65 6E 64                         03 08 01 9B 76 DA A8 00 01 2C
        04 6C 61 73 74                      03 08 01 9B 76 DA A8 00 00 0C
        0B 69 73 44 69 73 63 61 72 64 65 64 05
        """

    private static let stream = Stream(
        id: 3,
        tableName: TableName("Cats")!,
        region: "eu-north-1",
        tableID: 7,
        keySchema: KeySchema(partition: .string("id"), sort: .number("at")),
        viewType: .newImage,
        creationTime: Timestamp(milliseconds: 1_767_225_600_000),
        readyTime: Timestamp(milliseconds: 1_767_225_600_250)
    )
    private static let disabled: Stream = {
        var disabled = stream
        disabled.disabledTime = Timestamp(milliseconds: 1_767_225_700_000)
        return disabled
    }()
    private static let firstShard = Shard(id: ShardID(number: 0, start: number(1)), hashes: 0...(.max))
    private static let child: Shard = {
        var child = Shard(
            id: ShardID(number: 1, start: number(9)),
            parent: firstShard.id,
            hashes: 1 << 31...(.max)
        )
        child.end = number(300)
        child.last = number(12)
        child.isDiscarded = true
        return child
    }()

    private static func number(_ count: UInt64) -> SequenceNumber {
        SequenceNumber(value: 1_767_225_600_000 << 16 | count)
    }

    @Test func `streams and shards have the bytes of the format`() {
        let disabledHex = Self.streamHex.replacing("6F 08\n", with: "81 01 09\n") + " " + Self.disabledTail

        #expect(Self.stream.bytes == [UInt8](hex: Self.streamHex))
        #expect(Self.disabled.bytes == [UInt8](hex: disabledHex))
        #expect(Self.firstShard.bytes == [UInt8](hex: Self.firstShardHex))
        #expect(Self.child.bytes == [UInt8](hex: Self.childHex))
    }

    @Test func `streams and shards come back`() throws {
        #expect(try Self.stream.bytes.withUnsafeBytes { try Stream($0) } == Self.stream)
        #expect(try Self.disabled.bytes.withUnsafeBytes { try Stream($0) } == Self.disabled)
        #expect(try Self.firstShard.bytes.withUnsafeBytes { try Shard($0) } == Self.firstShard)
        #expect(try Self.child.bytes.withUnsafeBytes { try Shard($0) } == Self.child)
    }

    @Test func `a shard has an id that tells when it was opened`() {
        #expect(Self.child.id.text == "shardId-00000001767225600000-00000001")
        #expect(ShardID(number: 0xA1B2, start: Self.number(0)).text == "shardId-00000001767225600000-0000a1b2")
    }

    @Test(
        arguments: [
            ("id", nil), ("id", -1), ("table", "x"), ("table", nil), ("region", 1), ("tableId", "x"), ("keys", []),
            ("keys", nil), ("view", "ALL"), ("creationTime", nil), ("readyTime", "x"), ("disabledTime", "x"),
        ] as [(String, AttributeValue?)]
    )
    func `a field of a stream that is missing or of the wrong type is damage`(
        name: String,
        value: AttributeValue?
    ) throws {
        var item = try Self.item(Self.stream.bytes)

        item[name] = value

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try Stream($0) } }
    }

    @Test(
        arguments: [
            ("number", nil), ("number", 4_294_967_296), ("start", nil), ("start", .binary([1])), ("hashes", nil),
            ("hashes", [1]), ("hashes", [2, 1]), ("hashes", [1, "x"]), ("parent", "x"), ("parentStart", nil),
            ("end", 5), ("last", "x"),
        ] as [(String, AttributeValue?)]
    )
    func `a field of a shard that is missing or of the wrong type is damage`(
        name: String,
        value: AttributeValue?
    ) throws {
        var item = try Self.item(Self.child.bytes)

        item[name] = value

        #expect(throws: StorageError.self) { try EncodedRow(item).bytes.withUnsafeBytes { try Shard($0) } }
    }

    private static func item(_ bytes: [UInt8]) throws -> Item {
        try bytes.withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
    }
}
