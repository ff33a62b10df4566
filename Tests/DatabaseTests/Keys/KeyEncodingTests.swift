// Key values as bytes: the vectors of docs/formats/keys.md, and the two promises about order.

import ApusModel
import Testing

@testable import ApusDatabase

struct KeyEncodingTests {
    private static let nines = String(repeating: "9", count: 37)

    @Test(
        arguments: [
            ("", "00 01"), ("a", "61 00 01"), ("ab", "61 62 00 01"), ("a\0", "61 00 FF 00 01"),
            ("\u{E9}", "C3 A9 00 01"),
            ("e\u{301}", "65 CC 81 00 01"), ("😀", "F0 9F 98 80 00 01"),
        ] as [(String, String)]
    )
    func `a string is its bytes and an end`(text: String, hex: String) {
        #expect(AttributeValue.string(text).encoded.hex == hex)
    }

    @Test(
        arguments: [
            ([], "00 01"), ([0], "00 FF 00 01"), ([0, 0], "00 FF 00 FF 00 01"), ([0xFF], "FF 00 01"),
            ([0, 1], "00 FF 01 00 01"),
        ] as [([UInt8], String)]
    )
    func `a binary is its bytes and an end`(bytes: [UInt8], hex: String) {
        #expect(AttributeValue.binary(bytes).encoded.hex == hex)
    }

    @Test(
        arguments: [
            ("0", "80"), ("1", "81 82 0B 00"), ("-1", "7F 7D F4 FF"), ("10", "81 83 0B 00"), ("12", "81 83 0D 00"),
            ("123", "81 84 0D 1F 00"), ("1.5", "81 82 10 00"), ("-1.5", "7F 7D EF FF"), ("0.001", "81 7F 0B 00"),
            ("99", "81 83 64 00"), ("-99", "7F 7C 9B FF"), ("100", "81 84 0B 00"), ("1E-130", "81 00 0B 00"),
            ("-1E-130", "7F FF F4 FF"), ("9.\(nines)E125", "81 FF" + String(repeating: " 64", count: 19) + " 00"),
            ("-9.\(nines)E125", "7F 00" + String(repeating: " 9B", count: 19) + " FF"),
        ] as [(String, String)]
    )
    func `a number is its sign, magnitude and digits`(text: String, hex: String) throws {
        #expect(AttributeValue.number(try Number(text)).encoded.hex == hex)
    }

    @Test func `spellings of one number are one key`() throws {
        let encodings = try ["120", "120.0", "1.2e2", "+0120"].map { AttributeValue.number(try Number($0)).encoded }

        #expect(Set(encodings).count == 1)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `strings sort as their encodings do, and none begins another`(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let letters = ["\0", "\u{1}", "\u{2}", "a", "b", "\u{FE}", "\u{FF}", "\u{FFFF}", "😀"]

        let values = (0..<150).map { _ in
            AttributeValue.string(
                (0..<Int.random(in: 0...5, using: &chance)).map { _ in letters.randomElement(using: &chance)! }.joined()
            )
        }

        expectOrder(of: values)
    }

    @Test(arguments: 11...13 as ClosedRange<UInt64>)
    func `binaries sort as their encodings do, and none begins another`(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let bytes: [UInt8] = [0, 0, 0, 1, 2, 0x61, 0xFE, 0xFF, 0xFF]

        let values = (0..<150).map { _ in
            AttributeValue.binary(
                (0..<Int.random(in: 0...5, using: &chance)).map { _ in bytes.randomElement(using: &chance)! }
            )
        }

        expectOrder(of: values)
    }

    @Test(arguments: 21...23 as ClosedRange<UInt64>)
    func `numbers sort as their encodings do, and none begins another`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)

        let values = try (0..<150).map { _ in
            let digits = Int.random(in: 0...12, using: &chance)
            let bound = DecimalDigits.powersOfTen[digits == 12 ? 38 : digits]
            let exponent = Int.random(in: -4...4, using: &chance) * (digits == 1 ? 31 : 1)
            return AttributeValue.number(
                try Number(
                    coefficient: UInt128.random(in: 0..<bound, using: &chance),
                    exponent: exponent,
                    isNegative: Bool.random(using: &chance)
                )
            )
        }

        expectOrder(of: values)
    }

    @Test(arguments: [("", "abc"), ("a", "abc"), ("abc", "abc"), ("a\0", "a\0b"), ("é", "éa")] as [(String, String)])
    func `all values with a beginning share the beginning's bytes`(beginning: String, text: String) {
        var prefix: [UInt8] = []

        prefix.appendKeyPrefix(.string(beginning))

        #expect(AttributeValue.string(text).encoded.starts(with: prefix))
    }

    @Test(
        arguments: [("b", "abc"), ("abc", "ab"), ("a\0", "a"), ("a", ""), ("\u{E9}", "e\u{301}")] as [(String, String)]
    )
    func `a value without it does not`(beginning: String, text: String) {
        var prefix: [UInt8] = []

        prefix.appendKeyPrefix(.string(beginning))

        #expect(!AttributeValue.string(text).encoded.starts(with: prefix))
    }

    private func expectOrder(of values: [AttributeValue]) {
        for left in values {
            for right in values {
                let (mine, theirs) = (left.encoded, right.encoded)
                let order = left.order(relativeTo: right)!.signum()
                #expect(mine.compareBytes(with: theirs).signum() == order, "\(left) against \(right)")
                #expect(order == 0 || !theirs.starts(with: mine), "\(left) begins \(right)")
            }
        }
    }
}

extension AttributeValue {
    fileprivate var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendKey(self)
        return bytes
    }
}
