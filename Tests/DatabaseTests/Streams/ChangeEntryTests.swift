// Changes as they stand in the log: the vectors of docs/formats/changes.md.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ChangeEntryTests {
    private static let key = EncodedRow(["id": "tom"]).bytes
    private static let old = row(["id": "tom", "n": 1], count: 5)
    private static let new = row(["id": "tom", "n": 2], count: 6)

    private static let keyHex = "14 01 00 00 00 00 00 00 00 00 00 05 01 02 69 64 01 03 74 6F 6D"
    private static let oldHex = "1B 01 01 9B 76 DA A8 00 00 05 00 08 02 02 69 64 01 03 74 6F 6D 01 6E 02 01 00 00 01"
    private static let newHex = "1B 01 01 9B 76 DA A8 00 00 06 00 08 02 02 69 64 01 03 74 6F 6D 01 6E 02 01 00 00 02"

    private static func row(_ item: Item, count: UInt64) -> [UInt8] {
        var row = EncodedRow(item)
        row.stamp(WriteStamp(value: 1_767_225_600_000 << 16 | count))
        return row.bytes
    }

    @Test func `a change has the bytes of the format`() {
        let inserted = ChangeEntry(.insert, isExpiry: false, key: Self.key, old: nil, new: nil)
        let modified = ChangeEntry(.modify, isExpiry: false, key: Self.key, old: Self.old, new: Self.new)
        let expired = ChangeEntry(.remove, isExpiry: true, key: Self.key, old: Self.old, new: nil)

        #expect(inserted.bytes.hex == "01 01 00 \(Self.keyHex) 00 00")
        #expect(modified.bytes.hex == "01 02 00 \(Self.keyHex) \(Self.oldHex) \(Self.newHex)")
        #expect(expired.bytes.hex == "01 03 01 \(Self.keyHex) \(Self.oldHex) 00")
    }

    @Test func `a change comes back`() throws {
        let entry = ChangeEntry(.modify, isExpiry: false, key: Self.key, old: Self.old, new: Self.new)
        let number = SequenceNumber(value: 9)

        try entry.bytes.withUnsafeBytes { bytes in
            let change = try ChangeRecord(bytes, number: number)

            #expect(change.number == number)
            #expect(change.kind == .modify)
            #expect(!change.isExpiry)
            #expect(change.size == 5 + 8 + 8)
            #expect(try Self.item(change.key) == ["id": "tom"])
            #expect(try Self.item(change.old) == ["id": "tom", "n": 1])
            #expect(try Self.item(change.new) == ["id": "tom", "n": 2])
        }
    }

    private static func item(_ row: RowReader?) throws -> Item? {
        var row = row
        return try row?.readItem()
    }

    @Test func `an item as large as can be comes back`() throws {
        let item: Item = ["id": "tom", "text": .string(String(repeating: "x", count: 400_000))]
        let entry = ChangeEntry(.insert, isExpiry: false, key: Self.key, old: nil, new: EncodedRow(item).bytes)

        try entry.bytes.withUnsafeBytes { bytes in
            let change = try ChangeRecord(bytes, number: SequenceNumber(value: 1))
            #expect(try Self.item(change.new) == item)
        }
    }

    @Test(
        arguments: [
            "", "02 01 00 \(keyHex) 00 00", "01 00 00 \(keyHex) 00 00", "01 04 00 \(keyHex) 00 00",
            "01 01 02 \(keyHex) 00 00", "01 01 00 00 00 00", "01 01 00 \(keyHex) 00", "01 01 00 \(keyHex)",
            "01 01 00 \(keyHex) 00 00 00", "01 01 00 \(keyHex) 80", "01 01 00 \(keyHex) FF FF FF FF FF FF FF FF 00",
            "01 01 00 \(keyHex) 05 00", "01 01 00 01 00 00 00",
        ]
    )
    func `what does not fit the format is damage`(hex: String) {
        #expect(throws: StorageError.self) {
            try [UInt8](hex: hex).withUnsafeBytes { bytes in
                _ = try ChangeRecord(bytes, number: SequenceNumber(value: 1))
            }
        }
    }
}
