// Items as stored bytes: the vectors of docs/formats/rows.md.

import ApusModel
import Testing

@testable import ApusDatabase

struct EncodedRowTests {
    private static let largest = "9." + String(repeating: "9", count: 37) + "E125"

    @Test(
        arguments: [
            ([:], "00 00"),
            (["id": "tom"], "05 01 02 69 64 01 03 74 6F 6D"),
            (["n": 0], "02 01 01 6E 02 00"),
            (["n": 1], "03 01 01 6E 02 01 00 00 01"),
            (["n": 1000], "03 01 01 6E 02 01 00 03 01"),
            (["b": .binary([0, 0xFF])], "03 01 01 62 03 02 00 FF"),
            (["t": true], "02 01 01 74 05"),
            (["t": false], "02 01 01 74 04"),
            (["z": .null], "02 01 01 7A 06"),
            (["l": ["x", 2]], "09 01 01 6C 07 02 01 01 78 02 01 00 00 02"),
            (["m": ["k": "v"]], "07 01 01 6D 08 01 01 6B 01 01 76"),
            (["s": .stringSet(["a", "bc"])], "04 01 01 73 09 02 01 61 02 62 63"),
            (["s": .binarySet([[1], []])], "02 01 01 73 0B 02 01 01 00"),
        ] as [(Item, String)]
    )
    func `an item has the bytes of the format`(item: Item, hex: String) {
        let row = EncodedRow(item)

        #expect(row.bytes.hex == "01 00 00 00 00 00 00 00 00 00 " + hex)
        #expect(row.itemSize == item.itemSize)
    }

    @Test(
        arguments: [
            ("-12.5", "05 01 01 6E 02 81 FF FF 7D"), ("1E-130", "03 01 01 6E 02 01 FF 7E 01"),
            (largest, "15 01 01 6E 02 10 00 58 FF FF FF FF 3F 22 8A 09 7A C4 86 5A A8 4C 3B 4B"),
        ] as [(String, String)]
    )
    func `a number is its coefficient and its exponent`(text: String, hex: String) throws {
        let row = EncodedRow(["n": .number(try Number(text))])

        #expect(row.bytes.dropFirst(10).map { $0 }.hex == hex)
    }

    @Test func `a set of numbers holds them one after another`() throws {
        let row = EncodedRow(["s": .numberSet([1, try Number("2.5")])])

        #expect(row.bytes.dropFirst(10).map { $0 }.hex == "06 01 01 73 0A 02 01 00 00 01 01 FF FF 19")
    }

    @Test func `the stamp says when the row was written`() {
        var row = EncodedRow(["id": "tom"])

        row.stamp(WriteStamp(value: 1_714_667_867_229 << 16 | 3))

        #expect(row.bytes.hex == "01 01 8F 3A 2B 4C 5D 00 03 00 05 01 02 69 64 01 03 74 6F 6D")
    }

    @Test(
        arguments: [
            (127, "7F"), (128, "80 01"), (300, "AC 02"), (16_383, "FF 7F"), (16_384, "80 80 01"), (409_600, "80 80 19"),
        ] as [(Int, String)]
    )
    func `a count takes as many bytes as it needs`(count: Int, hex: String) {
        let bytes = EncodedRow(["": .string(String(repeating: "x", count: count))]).bytes

        let length = [UInt8](hex: hex).count
        #expect(Array(bytes[10..<10 + length]).hex == hex)
        #expect(Array(bytes.dropLast(count).suffix(length)).hex == hex)
    }
}
