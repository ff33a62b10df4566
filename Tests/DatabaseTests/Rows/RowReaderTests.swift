// Stored bytes back to items, whole or damaged.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct RowReaderTests {
    private static let item: Item = [
        "id": "tom", "n": 12_345, "zero": 0, "b": .binary([0, 1, 0xFF]), "empty": "", "yes": true, "no": false,
        "nothing": .null,
        "list": ["a", ["b", [:]], -5], "map": ["k": ["deep": [1]], "": "x"], "texts": .stringSet(["a", "é", ""]),
        "numbers": .numberSet([1, -20, 300]), "bytes": .binarySet([[], [7]]),
    ]

    @Test func `every type comes back, in the order of the attributes`() throws {
        let read = try EncodedRow(Self.item).bytes.readItem()

        #expect(read == Self.item)
        #expect(read.map(\.name) == Self.item.map(\.name))
    }

    @Test(arguments: [
        "0", "1", "-1", "1E125", "-1E-130", "0.1", "12345678901234567890123456789012345678",
        "-9.9999999999999999999999999999999999999E125",
    ])
    func `every number comes back`(text: String) throws {
        let item: Item = ["n": .number(try Number(text)), "s": .numberSet([try Number(text)])]

        #expect(try EncodedRow(item).bytes.readItem() == item)
    }

    @Test func `the head tells size and stamp`() throws {
        var row = EncodedRow(Self.item)
        row.stamp(WriteStamp(value: 0x0102_0304_0506_0708))

        let head = try row.bytes.withUnsafeBytes { bytes in
            let reader = try RowReader(bytes)
            return (size: reader.itemSize, stamp: reader.stamp.value)
        }

        #expect(head.size == Self.item.itemSize)
        #expect(head.stamp == 0x0102_0304_0506_0708)
    }

    @Test(
        arguments: [
            (["id"], ["id": "tom"]), (["nothing", "id"], ["id": "tom", "nothing": .null]),
            (["bytes"], ["bytes": .binarySet([[], [7]])]),
            (["missing"], [:]), ([], [:]),
        ] as [([String], Item)]
    )
    func `attributes are picked by name`(names: [String], attributes: Item) throws {
        let read = try EncodedRow(Self.item).bytes.withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readAttributes(named: names)
        }

        #expect(read == attributes)
    }

    @Test func `a row cut off anywhere is damaged`() {
        let row = EncodedRow(Self.item).bytes

        for length in 0..<row.count {
            #expect(throws: StorageError.self, "the first \(length) bytes") { try Array(row[..<length]).readItem() }
        }
    }

    @Test(
        arguments: [
            ("02 00 00 00 00 00 00 00 00 00 00 00", "another version"),
            ("01 00 00 00 00 00 00 00 00 00 02 01 01 74 0C", "an unknown type"),
            ("01 00 00 00 00 00 00 00 00 00 02 01 01 74 00", "no type"),
            ("01 00 00 00 00 00 00 00 00 00 02 01 01 74 05 00", "bytes left over"),
            ("01 00 00 00 00 00 00 00 00 00 02 01 FF 74 05", "a name that is too long"),
            ("01 00 00 00 00 00 00 00 00 00 02 FF FF FF FF FF FF FF 7F 01 74 05", "too many attributes"),
            ("01 00 00 00 00 00 00 00 00 00 FF FF FF FF FF FF FF FF FF 01", "a count of too many bytes"),
            (
                "01 00 00 00 00 00 00 00 00 00 02 01 01 6E 02 11 00 00 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01",
                "a number of 17 bytes"
            ),
            (
                "01 00 00 00 00 00 00 00 00 00 02 01 01 6E 02 10 00 00 FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF",
                "a number of 39 digits"
            ),
            ("01 00 00 00 00 00 00 00 00 00 02 01 01 6E 02 01 00 7E 01", "a number beyond the range"),
        ] as [(String, String)]
    )
    func `a row that does not fit the format is damaged`(hex: String, what: String) {
        #expect(throws: StorageError.self, "\(what)") { try [UInt8](hex: hex).readItem() }
    }

    @Test(arguments: ["07 01", "08 01 01 61"])
    func `lists and maps beyond the service's limit are damage, and no danger to the stack`(level: String) {
        let head = "01 00 00 00 00 00 00 00 00 00 02 01 01 74"
        func row(_ levels: Int) -> [UInt8] {
            [UInt8](hex: head) + Array(repeating: [UInt8](hex: level), count: levels).joined() + [6]
        }

        #expect(throws: Never.self) { try row(32).readItem() }
        #expect(throws: StorageError.self) { try row(100_000).readItem() }
        #expect(throws: StorageError.self) { try row(100_000).readAttributes(named: ["other"]) }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `whatever the bytes, a row is read or damaged`(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let row = EncodedRow(Self.item).bytes
        for _ in 0..<1_000 {
            var damaged = row
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                damaged[damaged.indices.randomElement(using: &chance)!] = UInt8.random(in: 0...255, using: &chance)
            }

            let read = try? damaged.readItem()
            _ = try? damaged.readAttributes(named: ["id", "bytes", "missing"])

            // Whatever has been read must be fit for use.
            #expect(read.map { $0 == $0 && $0.itemSize >= 0 } ?? true)
        }
    }
}

extension [UInt8] {
    fileprivate func readItem() throws -> Item {
        try withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
    }

    fileprivate func readAttributes(named names: [String]) throws -> Item {
        try withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readAttributes(named: names)
        }
    }
}
