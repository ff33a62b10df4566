// What stands where in the store: the vectors of docs/formats/keys.md.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct KeySpaceTests {
    @Test func `the database's own keys begin with table id 0`() throws {
        let name = try #require(TableName("Cats"))

        #expect(
            KeySpace.definition(of: name, in: "us-east-1").hex
                == "00 00 00 00 01 75 73 2D 65 61 73 74 2D 31 00 01 43 61 74 73 00 01"
        )
        #expect(KeySpace.nextTableID.hex == "00 00 00 00 02")
        #expect(KeySpace.itemCount(of: 7).hex == "00 00 00 00 03 00 00 00 07")
        #expect(KeySpace.size(of: 7).hex == "00 00 00 00 04 00 00 00 07")
        #expect(KeySpace.droppedTable(7).hex == "00 00 00 00 05 00 00 00 07")
    }

    @Test func `an item stands under its table, its hash and its keys`() throws {
        let table = Table(id: 7, definition: try .sample(sort: .number))
        let key = PrimaryKey(partition: "tom", sort: .number(try Number("1.5")))

        #expect(table.entryKey(for: key).hex == "00 00 00 07 00 FF 57 AD 3E 74 6F 6D 00 01 81 82 10 00")
    }

    @Test func `a table without a sort key writes none`() throws {
        let table = Table(id: 258, definition: try .sample())

        #expect(
            table.entryKey(for: PrimaryKey(partition: "tom", sort: nil)).hex
                == "00 00 01 02 00 FF 57 AD 3E 74 6F 6D 00 01"
        )
    }

    @Test func `what is told about the entries of a table stands under index 255`() throws {
        let table = Table(id: 7, definition: try .sample())

        #expect(KeySpace.itemCount(ofIndex: 2, of: 7).hex == "00 00 00 07 FF 01 02")
        #expect(KeySpace.size(ofIndex: 2, of: 7).hex == "00 00 00 07 FF 02 02")
        #expect(KeySpace.buildProgress(ofIndex: 2, of: 7).hex == "00 00 00 07 FF 03 02")
        #expect(table.collectionSizeKey(for: "tom").hex == "00 00 00 07 FF 04 FF 57 AD 3E 74 6F 6D 00 01")
    }

    @Test func `the index by time stands under its generation and the time`() throws {
        var definition = try TableDefinition.sample(sort: .number)
        definition.settings.expiry = .enabled
        let table = Table(id: 7, definition: definition)
        let expiry = try #require(table.expiry)
        let itemKey = table.entryKey(for: PrimaryKey(partition: "tom", sort: .number(try Number("1.5"))))
        let time = Timestamp(milliseconds: 1_767_225_600_250)
        let key = expiry.entryKey(of: time, for: itemKey)

        #expect(
            key.hex
                == "00 00 00 07 FF 05 00 00 00 01 00 00 01 9B 76 DA A8 FA "
                + "FF 57 AD 3E 74 6F 6D 00 01 81 82 10 00"
        )
        #expect(expiry.progressKey.hex == "00 00 00 07 FF 06 00 00 00 01")
        let entry = key.withUnsafeBytes { expiry.entry(at: $0) }
        #expect(entry.time == time)
        #expect(table.entryPrefix + entry.itemKeyRest == itemKey)
        #expect(expiry.key(of: entry) == key)
    }

    @Test(
        arguments: [
            ("0", "00 00 00 00 00 00 00 00"), ("1E-130", "00 00 00 00 00 00 00 01"),
            ("1767225600.25", "00 00 01 9B 76 DA A8 FA"),
            ("1767225600.2500001", "00 00 01 9B 76 DA A8 FB"),
            ("253402300799.999", "00 00 E6 77 D2 1F DB FF"),
            ("253402300799.9999", nil), ("-1", nil),
        ] as [(String, String?)]
    )
    func `a time is written in milliseconds, rounded up`(number: String, bytes: String?) throws {
        let expiry = try #require(TableExpiry(.enabled, ofTable: 7))

        let time = expiry.time(of: ["expires": .number(try Number(number))])

        #expect(time.map { [UInt8](expiry.firstKey(of: $0).suffix(8)).hex } == bytes)
    }

    @Test func `generations of the index by time are kept apart`() throws {
        let first = try #require(TableExpiry(.enabled, ofTable: 7))
        let ranges = KeySpace.expiries(beforeGeneration: 2, of: 7)
        let second = KeySpace.expiryEntries(ofGeneration: 2, of: 7)

        #expect(ranges[0].contains(first.firstKey(of: Timestamp(milliseconds: .max))))
        #expect(ranges[1].contains(first.progressKey))
        #expect(!ranges.contains { $0.contains(second) })
        #expect(!ranges.contains { $0.contains(KeySpace.expiryProgress(ofGeneration: 2, of: 7)) })
        #expect(!ranges.contains { $0.contains(KeySpace.collectionSizes(of: 7) + [255]) })
    }

    @Test func `streams, their shards and their changes have kinds of their own`() {
        let number = SequenceNumber(value: 1_767_225_600_000 << 16 | 5)

        #expect(KeySpace.stream(3).hex == "00 00 00 00 06 00 00 00 03")
        #expect(KeySpace.shard(1, of: 3).hex == "00 00 00 00 06 00 00 00 03 00 00 00 01")
        #expect(KeySpace.nextStreamID.hex == "00 00 00 00 07")
        let change = KeySpace.change(number, shard: 1, of: 3)
        #expect(change.hex == "00 00 00 00 08 00 00 00 03 00 00 00 01 01 9B 76 DA A8 00 00 05")
        #expect(change.withUnsafeBytes { KeySpace.sequenceNumber(of: $0) } == number)
    }

    @Test func `the key of a stream or a shard tells which it is`() {
        let stream = KeySpace.stream(.max).withUnsafeBytes { KeySpace.streamAndShard(of: $0) }
        let shard = KeySpace.shard(258, of: 0x0102_0304).withUnsafeBytes { KeySpace.streamAndShard(of: $0) }

        #expect(stream == (.max, nil))
        #expect(shard == (0x0102_0304, 258))
    }

    @Test func `the changes of a shard are a range, and so are those between two numbers`() {
        let change = KeySpace.change(SequenceNumber(value: 7), shard: 1, of: 3)
        func numbers(_ first: UInt64, _ end: UInt64) -> KeyRange {
            KeySpace.changes(of: 3, shard: 1, from: SequenceNumber(value: first), to: SequenceNumber(value: end))
        }

        #expect(KeySpace.changes(of: 3).contains(change))
        #expect(!KeySpace.changes(of: 2).contains(change))
        #expect(KeySpace.changes(of: 3, shard: 1).contains(change))
        #expect(
            KeySpace.changes(of: 3, shard: 1).contains(KeySpace.change(SequenceNumber(value: .max), shard: 1, of: 3))
        )
        #expect(!KeySpace.changes(of: 3, shard: 0).contains(change))
        #expect(!KeySpace.changes(of: 3, shard: 2).contains(change))
        #expect(numbers(7, 8).contains(change))
        #expect(!numbers(8, 9).contains(change))
        #expect(!numbers(6, 7).contains(change))
    }

    @Test func `ranges hold their own keys and no others`() throws {
        let name = try #require(TableName("Cats"))
        let entry = Table(id: 7, definition: try .sample()).entryKey(for: PrimaryKey(partition: "tom", sort: nil))

        #expect(KeySpace.definitions.contains(KeySpace.definition(of: name, in: "eu")))
        #expect(!KeySpace.definitions.contains(KeySpace.nextTableID))
        #expect(KeySpace.droppedTables.contains(KeySpace.droppedTable(.max)))
        #expect(KeySpace.entries(of: 7).contains(entry))
        #expect(KeySpace.entries(of: 7).contains(KeySpace.size(ofIndex: 254, of: 7)))
        #expect(!KeyRange.prefix(KeySpace.entryPrefix(of: 7, index: 254)).contains(KeySpace.size(ofIndex: 1, of: 7)))
        #expect(!KeySpace.entries(of: 6).contains(entry))
        #expect(!KeySpace.entries(of: 8).contains(entry))
    }

    @Test(arguments: [1, 7, 0x0102_0304, .max] as [UInt32])
    func `the mark of a table tells which it is`(id: UInt32) {
        let key = KeySpace.droppedTable(id)

        #expect(key.withUnsafeBytes { KeySpace.tableID(ofDroppedTable: $0) } == id)
    }
}

extension TableDefinition {
    fileprivate static func sample(sort: KeyAttributeType? = nil) throws -> TableDefinition {
        TableDefinition(
            name: try #require(TableName("Cats")),
            region: "eu-north-1",
            uniqueID: "id",
            keySchema: KeySchema(
                partition: KeyAttribute(name: "id", type: .string),
                sort: sort.map { KeyAttribute(name: "at", type: $0) }
            ),
            creationTime: Timestamp(milliseconds: 0),
            readyTime: Timestamp(milliseconds: 0)
        )
    }
}
